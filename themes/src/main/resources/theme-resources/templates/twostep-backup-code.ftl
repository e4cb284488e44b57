<#import "twostep-commons.ftl" as twostep>
<#import "buttons.ftl" as buttons>
<#assign backup = twostepBackupCode!{}>
<#assign number = backup.number!0>
<#assign asking = (backup.state!"ask") == "ask">
<#assign problem = backup.problem!"">
<#assign wrong = messagesPerField.existsError("backupCode")>
<#assign explained = wrong || problem == "twostepBackupCodesVoided">

<@twostep.page heading=msg(asking?then("twostepBackupCodeTitle", "twostepBackupCodeTitleNone"))
    displayMessage=!problem?has_content && !(asking && wrong)>
  <@twostep.problem key=problem/>

  <#if asking>
    <p id="twostep-backup-order">${msg((backup.strict!true)?then("twostepBackupCodeOrder", "twostepBackupCodeOrderLoose"), number)}</p>
    <form id="twostep-backup-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-twostep-once>
      <@twostep.input name="backupCode" label=msg("twostepBackupCodeNumber", number) dir="ltr" autocapitalize="characters"
        autofocus=true hint=msg("twostepBackupCodeHint")/>
      <@buttons.actionGroup>
        <@buttons.button id="kc-login" name="login" label="twostepSignIn"/>
      </@buttons.actionGroup>
    </form>
    <@twostep.anotherWay/>
  <#else>
    <#if !explained><p id="twostep-backup-none">${msg("twostepBackupCodeNone")}</p></#if>
    <@twostep.anotherWay open=true/>
    <#if url.loginRestartFlowUrl?has_content>
      <a id="twostep-restart" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" href="${url.loginRestartFlowUrl}">${msg("twostepRestart")}</a>
    </#if>
  </#if>

  <@twostep.helpLink href=(backup.helpUrl!"") label=msg((wrong || problem?has_content || !asking)?then("twostepGetHelp", "twostepBackupHelp"))/>
</@twostep.page>
