<#-- What the pages share that wait for a phone. -->
<#import "twostep-commons.ftl" as twostep>

<#-- A number to type on the phone. Six digits are easier to carry across in threes; they are copied as they are, and read aloud one by one. -->
<#macro number value>
  <#local groups = (value?length == 6)?then([value[0..<3], value[3..]], [value])>
  <p class="twostep-match">
    <#t><bdi id="twostep-number" dir="ltr" translate="no" aria-hidden="true"><#list groups as group><span>${group}</span></#list></bdi><#t>
    <span class="pf-v5-u-screen-reader"><#list groups as group><#list 0..<group?length as i>${group[i]}<#sep> </#list><#sep>, </#list></span>
  </p>
</#macro>

<#-- What the phone shows too: compared by eye, group by group; read aloud sign by sign. -->
<#macro fingerprint value>
  <#local groups = value?split(" ")>
  <p class="twostep-fingerprint">
    <#t><bdi id="twostep-fingerprint" dir="ltr" translate="no" aria-hidden="true">${value}</bdi><#t>
    <span class="pf-v5-u-screen-reader"><#list groups as group><#list 0..<group?length as i>${group[i]}<#sep> </#list><#sep>, </#list></span>
  </p>
</#macro>

<#-- Rounded down, so that it promises nothing that is not there. -->
<#function timeToAnswer seconds>
  <#if seconds lt 60><#return msg("twostepPushSeconds", seconds)></#if>
  <#return msg("twostepPushMinutes", (seconds / 60)?floor)>
</#function>

<#-- A name stands in a sentence of another direction as it is. -->
<#function isolated name><#return "\x2068" + name + "\x2069"></#function>

<#-- The code to scan, and the same address for whoever reads this on the very phone. On a phone's screen the link comes first. -->
<#macro qrOrLink qr link label caption linkLabel>
  <div class="twostep-scan">
    <#if qr?has_content>
      <div class="twostep-scan-code">
        <@twostep.qr code=qr label=label/>
        <#if caption?has_content><p class="twostep-quiet">${caption}</p></#if>
      </div>
    </#if>
    <#if link?has_content>
      <p class="twostep-scan-link">
        <a id="twostep-open-app" href="${link}" target="_blank" rel="noopener">${linkLabel}<#t>
          <i class="fas fa-external-link-alt" aria-hidden="true"></i><#t>
          <span class="pf-v5-u-screen-reader">${msg("twostepNewTab")}</span></a>
      </p>
    </#if>
  </div>
</#macro>

<#-- A form that a script sends as soon as the server has news; without one its button does. What is nested stands above the button. -->
<#macro awaiting ask seconds press waiting answered over left expiry label>
  <form id="twostep-continue-form" class="twostep-awaiting" action="${url.loginAction}" method="post" data-twostep-once
      data-twostep-ask="${ask}" data-twostep-seconds="${seconds?c}"
      data-twostep-waiting="${waiting}" data-twostep-answered="${answered}" data-twostep-over="${over}" data-twostep-left="${left}">
    <input type="hidden" name="continue" value="true">
    <div class="twostep-await">
      <p id="twostep-await-status" class="twostep-await-status" role="status">${press}</p>
      <p id="twostep-await-expiry" class="twostep-quiet"><#if seconds gt 0>${expiry}</#if></p>
      <p id="twostep-await-countdown" class="twostep-quiet twostep-countdown" aria-hidden="true" hidden></p>
    </div>
    <#nested>
    <button id="twostep-continue" type="submit" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${label}</button>
  </form>
  <@twostep.script file="phone-app.js"/>
</#macro>
