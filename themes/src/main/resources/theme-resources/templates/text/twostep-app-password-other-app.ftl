<#ftl output_format="plainText">
<#import "twostep-notice.ftl" as twostep>
<#assign temporary = twostepAppPassword!{}>
${msg("twostepAppMailOtherWhat", realmName!"", (user.username)!"")}

<@twostep.facts>
<#if temporary.name?has_content>
${msg("twostepAppMailOtherName", temporary.name)}
</#if>
<#if temporary.app?has_content>
${msg("twostepAppMailOtherApp", temporary.app)}
</#if>
<#if temporary.tried?has_content>
${msg("twostepAppMailOtherTried", temporary.tried)}
</#if>
</@twostep.facts>

${msg("twostepMailWasNotYou")}
${msg("twostepAppMailOtherOtherBody")}

${msg("twostepMailWasYou")}
${msg("twostepAppMailOtherYouBody")}

<@twostep.links/>
