<#import "template.ftl" as layout>
<#import "twostep-notice.ftl" as twostep>
<#assign temporary = twostepAppPassword!{}>
<@layout.emailLayout>
<p>${msg("twostepAppMailOtherWhat", realmName!"", (user.username)!"")}</p>
<@twostep.facts>
  <#if temporary.name?has_content><li>${msg("twostepAppMailOtherName", temporary.name)}</li></#if>
  <#if temporary.app?has_content><li>${msg("twostepAppMailOtherApp", temporary.app)}</li></#if>
  <#if temporary.tried?has_content><li>${msg("twostepAppMailOtherTried", temporary.tried)}</li></#if>
</@twostep.facts>
<h2>${msg("twostepMailWasNotYou")}</h2>
<p>${msg("twostepAppMailOtherOtherBody")}</p>
<h2>${msg("twostepMailWasYou")}</h2>
<p>${msg("twostepAppMailOtherYouBody")}</p>
<@twostep.links/>
</@layout.emailLayout>
