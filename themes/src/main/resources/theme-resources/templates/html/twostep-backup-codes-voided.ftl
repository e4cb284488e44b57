<#import "template.ftl" as layout>
<#assign notice = twostepNotice!{}>
<@layout.emailLayout>
<p>${msg("twostepBackupMailVoidedWhat", realmName!"", (user.username)!"")}</p>
<ul>
  <#if notice.time?has_content><li>${msg("twostepMailTime", notice.time)}</li></#if>
  <#if notice.address?has_content><li>${msg("twostepMailAddress", notice.address)}</li></#if>
  <#if notice.browser?has_content><li>${msg("twostepMailBrowser", notice.browser)}</li></#if>
</ul>
<h2>${msg("twostepBackupMailVoidedOther")}</h2>
<p>${msg("twostepBackupMailVoidedOtherBody")}</p>
<h2>${msg("twostepBackupMailVoidedYou")}</h2>
<p>${msg("twostepBackupMailVoidedYouBody")}</p>
<#if notice.accountUrl?has_content><p><a href="${notice.accountUrl}">${msg("twostepMailAccount")}</a></p></#if>
<#if notice.helpUrl?has_content><p><a href="${notice.helpUrl}">${msg("twostepMailHelp")}</a></p></#if>
</@layout.emailLayout>
