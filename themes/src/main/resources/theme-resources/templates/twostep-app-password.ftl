<#import "twostep-commons.ftl" as twostep>
<#import "buttons.ftl" as buttons>
<#assign temporary = twostepAppPassword!{}>
<#assign state = temporary.state!"form">
<#assign app = temporary.app!"">
<#assign active = temporary.active!0>
<#assign headings = {
  "form": "twostepAppTitle",
  "show": "twostepAppTitleShow",
  "full": "twostepAppTitleFull",
  "none": "twostepAppTitleNone",
  "endAll": "twostepAppTitleEndAll",
  "ended": "twostepAppTitleEnded",
  "impersonated": "twostepAppTitleOther"
}>
<#assign units = {
  "minutes": "twostepAppMinutes",
  "hours": "twostepAppHours",
  "days": "twostepAppDays"
}>

<#-- A list shows its lines in the direction of the page; each of them keeps its own. -->
<#macro isolated text>&#x2068;${text}&#x2069;</#macro>

<#macro form>
  <p>${msg("twostepAppIntro")}</p>
  <form id="twostep-app-password-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-twostep-once>
    <@twostep.input name="name" label=msg("twostepAppName") value=(temporary.name!"") dir="auto" autofocus=true hint=msg("twostepAppNameHint")/>
    <@twostep.select name="lifetime" label=msg("twostepAppLifetime")>
      <#list temporary.lifetimes![] as choice>
        <option value="${choice.minutes?c}"<#if choice.minutes == temporary.lifetime!0> selected</#if>><@isolated text=msg(units[choice.unit], choice.count)/></option>
      </#list>
    </@twostep.select>
    <#if temporary.apps?has_content>
      <@twostep.select name="app" label=msg("twostepAppApp") hint=msg("twostepAppAppHint")>
        <option value=""><@isolated text=msg("twostepAppAppFirst")/></option>
        <#list temporary.apps as choice>
          <option value="${choice.clientId}"<#if choice.clientId == app> selected</#if>><@isolated text=choice.name/></option>
        </#list>
      </@twostep.select>
    </#if>
    <@buttons.actionGroup>
      <@buttons.button id="twostep-create" name="create" label="twostepAppCreate" value="true"/>
    </@buttons.actionGroup>
  </form>
  <#if active gt 0>
    <@twostep.action id="twostep-end-all" name="endAll" label=msg("twostepAppEndAll", active) type="link"/>
  </#if>
</#macro>

<#-- What is typed into the app. -->
<#macro sheet>
  <section class="twostep-sheet" aria-labelledby="twostep-sheet-title">
    <h2 id="twostep-sheet-title">${msg("twostepAppSheetTitle", temporary.name!"")}</h2>
    <@twostep.key id="twostep-app-password" value=(temporary.password!"")/>
    <ul class="twostep-sheet-facts" role="list">
      <li class="twostep-sheet-first">${msg("twostepAppSheetUsername", temporary.account!"")}</li>
      <li>${msg("twostepAppSheetExpires", temporary.expires!"")}</li>
      <#if app?has_content><li>${msg("twostepAppSheetApp", app)}</li></#if>
    </ul>
    <p class="twostep-sheet-use">${msg("twostepAppSheetUse")}</p>
  </section>
</#macro>

<#-- Closed at first, so that nobody scans it over a shoulder; and never printed, for paper is no way into a phone. -->
<#macro qr code>
  <details class="twostep-more">
    <summary>${msg("twostepAppQr")}</summary>
    <@twostep.qr code=code label=msg("twostepAppQrText")/>
    <p class="twostep-quiet">${msg("twostepAppQrHint")}</p>
  </details>
</#macro>

<#macro show>
  <p id="twostep-app-password-why">${msg("twostepAppShown")}</p>
  <@sheet/>
  <div class="twostep-tools"><@twostep.copyButton/></div>
  <@twostep.copyStatus/>
  <#if temporary.qr?has_content><@qr code=temporary.qr/></#if>
  <section class="twostep-note" aria-labelledby="twostep-how">
    <h2 id="twostep-how">${msg("twostepAppHow")}</h2>
    <ul>
      <li>${msg("twostepAppHowType")}</li>
      <li>${app?has_content?then(msg("twostepAppHowBound", app), msg("twostepAppHowFirst"))}</li>
      <li>${msg("twostepAppHowNot")}</li>
    </ul>
  </section>
  <@twostep.action id="twostep-done" name="done" label=msg("twostepAppDone") type="primary"/>
  <@twostep.action id="twostep-another" name="another" label=msg("twostepAppAnother")/>
</#macro>

<#macro full>
  <p id="twostep-app-password-full">${msg("twostepAppFull", temporary.most!25)}</p>
  <@twostep.action id="twostep-end-all" name="endAll" label=msg("twostepAppEndAll", active)/>
</#macro>

<#macro none>
  <p id="twostep-app-password-none">${msg("twostepAppNone")}</p>
  <#if temporary.canSetUp!false>
    <@twostep.action id="twostep-set-up" name="setup" label=msg("twostepSetupTitle") type="primary"/>
  </#if>
</#macro>

<#macro endAll>
  <p id="twostep-app-password-active">${msg("twostepAppEndAllWhat", active)}</p>
  <@twostep.action id="twostep-end-all-confirmed" name="endAllConfirmed" label=msg("twostepAppEndAllConfirm") type="primary"/>
  <@twostep.action id="twostep-back" name="back" label=msg("twostepAppKeep")/>
</#macro>

<#macro ended>
  <p id="twostep-app-password-ended">${msg("twostepAppEnded")}</p>
  <@twostep.action id="twostep-done" name="done" label=msg("twostepAppDone") type="primary"/>
  <@twostep.action id="twostep-back" name="back" label=msg("twostepAppAgain")/>
</#macro>

<@twostep.page heading=msg(headings[state]!"twostepAppTitleOther")
    displayMessage=state != "impersonated" && !messagesPerField.existsError("name", "lifetime", "app")>
  <#if state == "form">
    <@form/>
  <#elseif state == "show">
    <@show/>
  <#elseif state == "full">
    <@full/>
  <#elseif state == "none">
    <@none/>
  <#elseif state == "endAll">
    <@endAll/>
  <#elseif state == "ended">
    <@ended/>
  <#else>
    <@twostep.problem key="twostepImpersonated"/>
  </#if>

  <#if !["show", "endAll", "ended"]?seq_contains(state)><@twostep.cancel/></#if>
  <@twostep.helpLink href=(temporary.helpUrl!"") label=msg("twostepAppHelp")/>
  <#if state == "show"><@twostep.script file="sheet.js"/></#if>
</@twostep.page>
