<#import "twostep-commons.ftl" as twostep>
<#import "buttons.ftl" as buttons>
<#assign backup = twostepBackupCodes!{}>
<#assign state = backup.state!"show">
<#assign reason = backup.reason!"first">
<#assign number = backup.number!1>
<#assign headings = {
  "show": "twostepBackupTitle",
  "used": "twostepBackupTitleUsed",
  "full": "twostepBackupTitleFull",
  "impersonated": "twostepBackupTitleOther",
  "unavailable": "twostepBackupTitleOther"
}>
<#assign reasons = {
  "first": "twostepBackupWhyFirst",
  "last": "twostepBackupWhyLast",
  "voided": "twostepBackupWhyVoided",
  "more": "twostepBackupWhyMore",
  "replace": "twostepBackupWhyReplace"
}>

<#-- What is kept: on the screen, in a screenshot and on paper. -->
<#macro sheet>
  <section class="twostep-sheet" aria-labelledby="twostep-sheet-title">
    <h2 id="twostep-sheet-title">${msg("twostepBackupSheetTitle", (realm.displayName)!(realm.name)!"")}</h2>
    <@twostep.key id="twostep-backup-code" value=(backup.code!"")/>
    <ul class="twostep-sheet-facts" role="list">
      <li class="twostep-sheet-first">${msg("twostepBackupSheetNumber", number)}</li>
      <li>${msg("twostepBackupSheetAccount", backup.account!"")}</li>
      <li>${msg("twostepBackupSheetDate", backup.date!"")}</li>
    </ul>
    <p class="twostep-sheet-use">${msg("twostepBackupSheetUse", number)}</p>
  </section>
</#macro>

<#-- Printing needs a script, which shows its button; the file comes from the server. -->
<#macro tools>
  <form id="twostep-download-form" action="${url.loginAction}" method="post">
    <div class="twostep-tools">
      <@twostep.copyButton/>
      <button id="twostep-download" class="${properties.kcButtonLinkClass!}" type="submit" name="download" value="true">
        <i class="fas fa-download" aria-hidden="true"></i> <span>${msg("twostepBackupDownload")}</span>
      </button>
      <button id="twostep-print" class="${properties.kcButtonLinkClass!}" type="button" hidden>
        <i class="fas fa-print" aria-hidden="true"></i> <span>${msg("twostepBackupPrint")}</span>
      </button>
    </div>
    <@twostep.copyStatus/>
  </form>
</#macro>

<#macro kept>
  <#local error = messagesPerField.get("kept")>
  <div class="${properties.kcFormGroupClass!}">
    <label class="${properties.kcCheckboxClass!}" for="kept">
      <input class="${properties.kcCheckboxInputClass!}" type="checkbox" id="kept" name="kept" value="on" <#if error?has_content>autofocus</#if>
        <@twostep.described name="kept" error=error hint=""/>>
      <span class="${properties.kcCheckboxLabelClass!}">${msg("twostepBackupKept")}</span>
    </label>
    <#if error?has_content>
      <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
        <div class="${properties.kcInputHelperTextClass!}">
          <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}" id="input-error-kept">
            <span class="${properties.kcInputErrorMessageClass!}">${error}</span>
          </div>
        </div>
      </div>
    </#if>
  </div>
</#macro>

<#macro show>
  <p id="twostep-backup-why">${msg(reasons[reason]!"twostepBackupWhyMore", backup.active!0)}</p>
  <@sheet/>
  <@tools/>
  <form id="twostep-keep-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-twostep-once>
    <input type="hidden" name="number" value="${number?c}">
    <input type="hidden" name="replacing" value="${(backup.replacing!false)?c}">
    <@kept/>
    <@buttons.actionGroup>
      <@buttons.button id="twostep-keep" name="keep" label="twostepBackupKeep" value="true"/>
      <#if backup.canAnother!false>
        <@buttons.button id="twostep-another" name="another" label="twostepBackupAnother" type="secondary" value="true"/>
      </#if>
    </@buttons.actionGroup>
  </form>
  <#if reason == "replace">
    <@twostep.action id="twostep-keep-others" name="keepOthers" label=msg("twostepBackupKeepOthers") type="link"/>
  <#elseif backup.canReplace!false>
    <@twostep.action id="twostep-replace" name="replace" label=msg("twostepBackupReplaceWithThis") type="link"/>
  </#if>
</#macro>

<#macro used>
  <p id="twostep-backup-left">${msg("twostepBackupLeft", backup.active!0, backup.used!0)}</p>
  <@twostep.action id="twostep-done" name="done" label=msg("twostepBackupContinue") type="primary"/>
  <@twostep.action id="twostep-generate" name="generate" label=msg("twostepBackupGenerate")/>
</#macro>

<#macro full>
  <p id="twostep-backup-full">${msg("twostepBackupFull", backup.most!5)}</p>
  <@twostep.action id="twostep-replace" name="replace" label=msg("twostepBackupReplaceAll") type="primary"/>
</#macro>

<#macro unavailable>
  <@twostep.problem key="twostepBackupUnavailable"/>
  <@twostep.action id="twostep-generate" name="generate" label=msg("twostepBackupTryAgain") type="primary"/>
</#macro>

<@twostep.page heading=msg(headings[state]!"twostepBackupTitleOther") displayMessage=state != "impersonated" && !messagesPerField.existsError("kept")>
  <#if state == "show">
    <@show/>
  <#elseif state == "used">
    <@used/>
  <#elseif state == "full">
    <@full/>
  <#elseif state == "impersonated">
    <@twostep.problem key="twostepImpersonated"/>
  <#else>
    <@unavailable/>
  </#if>

  <#if ["show", "full", "unavailable"]?seq_contains(state) && (backup.canPostpone!false)>
    <@twostep.action id="twostep-later" name="later" label=msg("twostepBackupLater") type="link"/>
  <#elseif state != "used">
    <@twostep.cancel/>
  </#if>
  <@twostep.helpLink href=(backup.helpUrl!"") label=msg("twostepBackupHelp")/>
  <#if state == "show"><@twostep.script file="sheet.js"/></#if>
</@twostep.page>
