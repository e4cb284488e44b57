<#ftl output_format="plainText">
<#assign notice = twostepNotice!{}>
${msg("twostepBackupMailVoidedWhat", realmName!"", (user.username)!"")}

<#if notice.time?has_content>
${msg("twostepMailTime", notice.time)}
</#if>
<#if notice.address?has_content>
${msg("twostepMailAddress", notice.address)}
</#if>
<#if notice.browser?has_content>
${msg("twostepMailBrowser", notice.browser)}
</#if>

${msg("twostepBackupMailVoidedOther")}
${msg("twostepBackupMailVoidedOtherBody")}

${msg("twostepBackupMailVoidedYou")}
${msg("twostepBackupMailVoidedYouBody")}

<#if notice.accountUrl?has_content>
${msg("twostepMailAccount")}: ${notice.accountUrl}
</#if>
<#if notice.helpUrl?has_content>
${msg("twostepMailHelp")}: ${notice.helpUrl}
</#if>
