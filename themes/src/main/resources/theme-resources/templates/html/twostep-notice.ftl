<#-- What all notices share: when and from where, and where to go. What is not known is left out. -->
<#assign notice = twostepNotice!{}>

<#macro facts>
<ul>
  <#nested>
  <#if notice.time?has_content><li>${msg("twostepMailTime", notice.time)}</li></#if>
  <#if notice.address?has_content><li>${msg("twostepMailAddress", notice.address)}</li></#if>
  <#if notice.browser?has_content><li>${msg("twostepMailBrowser", notice.browser)}</li></#if>
</ul>
</#macro>

<#macro links>
<#if notice.accountUrl?has_content><p><a href="${notice.accountUrl}">${msg("twostepMailAccount")}</a></p></#if>
<#if notice.helpUrl?has_content><p><a href="${notice.helpUrl}">${msg("twostepMailHelp")}</a></p></#if>
</#macro>
