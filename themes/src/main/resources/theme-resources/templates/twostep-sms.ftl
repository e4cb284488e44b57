<#import "twostep-commons.ftl" as twostep>
<#import "buttons.ftl" as buttons>
<#assign sms = twostepSms!{}>
<#assign state = sms.state!"sent">
<#assign verifying = (sms.purpose!"login") == "verify">
<#assign problem = sms.problem!"">
<#if state == "exhausted" && !problem?has_content>
  <#assign problem = verifying?then("twostepSmsTooManyTries", "twostepSmsTooManyTriesSignIn")>
</#if>
<#assign stuck = problem?has_content || ["refused", "limited", "exhausted"]?seq_contains(state)>
<#assign wait = sms.waitSeconds!0>
<#assign number = sms.number!"">
<#assign headings = {
  "sent": verifying?then("twostepSmsTitleVerify", "twostepSmsTitle"),
  "waiting": "twostepSmsTitleWaiting",
  "refused": "twostepSmsTitleRefused",
  "limited": "twostepSmsTitleLimited",
  "exhausted": "twostepSmsTitleExhausted"
}>
<#assign resendLabels = {
  "sent": "twostepSmsSendAgain",
  "waiting": "twostepSmsSendNow",
  "refused": "twostepSmsSendRetry",
  "limited": "twostepSmsSendNow",
  "exhausted": "twostepSmsSendNew"
}>

<#macro resend type>
  <@twostep.delayedAction id="twostep-resend" name="resend" label=msg(resendLabels[state]) type=type
    wait=wait text=waitText() left=msg("twostepSmsWaitLeft", "{time}") over=msg("twostepSmsWaitOver")/>
</#macro>

<#macro changeNumber type>
  <#if sms.canChangeNumber!false>
    <@twostep.action id="twostep-change-number" name="changeNumber" label=msg("twostepSmsChangeNumber") type=type/>
  </#if>
</#macro>

<#function waitText>
  <#if wait lt 60><#return msg("twostepSmsWaitSeconds", wait)></#if>
  <#return msg("twostepSmsWaitMinutes", (wait / 60)?ceiling)>
</#function>

<@twostep.page heading=msg(headings[state]!"twostepSmsTitle") displayMessage=!problem?has_content && !(state == "sent" && messagesPerField.existsError('code'))>
  <@twostep.problem key=problem/>

  <#if state == "sent">
    <p id="twostep-sms-sent"><@twostep.sentence key="twostepSmsSent" number=number second=(sms.codeLength!6)?c/></p>
    <form id="twostep-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate
        data-twostep-once data-twostep-code>
      <@twostep.input name="code" label=msg("twostepSmsCode") autocomplete="one-time-code" inputmode="numeric" dir="ltr"
        autofocus=true hint=msg("twostepSmsHint", sms.lifetimeMinutes!5)/>
      <@buttons.actionGroup>
        <@buttons.button id="kc-login" name="login" label=verifying?then("twostepSmsConfirm", "twostepSignIn")/>
      </@buttons.actionGroup>
    </form>
    <#if stuck><@twostep.anotherWay/></#if>
    <@resend type="link"/>
    <#if !stuck><@twostep.anotherWay/></#if>
    <@changeNumber type="link"/>
  <#elseif state == "waiting">
    <p><@twostep.sentence key="twostepSmsWaiting" number=number/></p>
    <@resend type="primary"/>
    <@twostep.anotherWay/>
    <@changeNumber type="link"/>
  <#elseif state == "refused">
    <p><@twostep.sentence key="twostepSmsRefused" number=number/></p>
    <#if sms.temporary!false><@resend type="primary"/></#if>
    <@twostep.anotherWay open=true/>
    <@changeNumber type=(sms.temporary!false)?then("link", "primary")/>
    <#if !(sms.temporary!false)><@resend type="secondary"/></#if>
  <#else>
    <#if number?has_content><p><@twostep.sentence key="twostepSmsNumber" number=number/></p></#if>
    <@twostep.anotherWay open=true/>
    <#if wait gt 0 || state == "exhausted"><@resend type="secondary"/></#if>
    <@changeNumber type="primary"/>
    <#if !verifying && url.loginRestartFlowUrl?has_content>
      <a id="twostep-restart" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}" href="${url.loginRestartFlowUrl}">${msg("twostepRestart")}</a>
    </#if>
  </#if>

  <@twostep.cancel/>
  <@twostep.helpLink href=(sms.helpUrl!"") label=msg(stuck?then("twostepGetHelp", "twostepSmsHelp"))/>
  <@twostep.script file="sms.js"/>
</@twostep.page>
