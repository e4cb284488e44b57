<#ftl output_format="plainText">
<#-- What all notices share: when and from where, and where to go. What is not known is left out. -->
<#assign notice = twostepNotice!{}>

<#macro facts>
<#nested>
<#if notice.time?has_content>
${msg("twostepMailTime", notice.time)}
</#if>
<#if notice.address?has_content>
${msg("twostepMailAddress", notice.address)}
</#if>
<#if notice.browser?has_content>
${msg("twostepMailBrowser", notice.browser)}
</#if>
</#macro>

<#macro links>
<#if notice.accountUrl?has_content>
${msg("twostepMailAccount")}: ${notice.accountUrl}
</#if>
<#if notice.helpUrl?has_content>
${msg("twostepMailHelp")}: ${notice.helpUrl}
</#if>
</#macro>
