<#import "twostep-commons.ftl" as twostep>
<#import "twostep-phone-commons.ftl" as phone>
<#import "buttons.ftl" as buttons>
<#assign app = twostepPhoneApp!{}>
<#assign state = app.state!"waiting">
<#assign problem = app.problem!"">
<#assign phones = app.phones![]>
<#assign names = phones?map(name -> phone.isolated(name))?join(", ")>
<#assign seconds = app.secondsLeft!0>
<#assign wait = app.waitSeconds!0>
<#assign headings = {
  "waiting": "twostepPushTitle",
  "code": "twostepPushTitleCode",
  "busy": "twostepPushTitleBusy",
  "paused": "twostepPushTitlePaused",
  "denied": "twostepPushTitleDenied",
  "wrong_number": "twostepPushTitleWrongNumber",
  "expired": "twostepPushTitleExpired",
  "reported": "twostepPushTitleReported",
  "cancelled": "twostepPushTitleCancelled",
  "limited": "twostepPushTitleLimited"
}>
<#assign explanations = {
  "busy": "twostepPushBusy",
  "paused": "twostepPushPaused",
  "denied": "twostepPushDenied",
  "wrong_number": "twostepPushWrongNumber",
  "expired": "twostepPushExpired",
  "reported": "twostepPushReported",
  "cancelled": "twostepPushCancelled",
  "limited": "twostepPushLimited"
}>

<#function pause>
  <#if wait lt 60><#return msg("twostepPushWaitSeconds", wait)></#if>
  <#return msg("twostepPushWaitMinutes", (wait / 60)?ceiling)>
</#function>

<#macro useCode>
  <#if app.canUseCode!true>
    <@twostep.action id="twostep-use-code" name="useCode" label=msg("twostepPushUseCode") type="link"/>
  </#if>
</#macro>

<#macro waiting>
  <p id="twostep-push-how">${msg("twostepPushType", phones?size, names)}</p>
  <@phone.number value=(app.number!"")/>
  <p id="twostep-push-notified" class="twostep-quiet">
    ${msg((app.quiet!false)?then("twostepPushQuiet", (app.notified!false)?then("twostepPushNotified", "twostepPushNotNotified")))}
  </p>
  <@phone.awaiting ask=(app.waitUrl!"") seconds=seconds press=msg("twostepPushPress") waiting=msg("twostepPushWaiting") answered=msg("twostepPushAnswered")
      over=msg("twostepPushOver") left=msg("twostepPushLeft", "{time}") expiry=phone.timeToAnswer(seconds) label=msg("twostepPushContinue")>
    <@phone.qrOrLink qr=(app.qr!{}) link=(app.link!"") label=msg("twostepPushQrText") caption=msg("twostepPushQr") linkLabel=msg("twostepPushOpenHere")/>
  </@phone.awaiting>
  <@useCode/>
  <@twostep.anotherWay/>
</#macro>

<#macro code>
  <p>${msg("twostepPushCodeIntro", app.codeLength!6)}</p>
  <form id="twostep-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-twostep-once>
    <@twostep.input name="code" label=msg("twostepPushCode") autocomplete="one-time-code" inputmode="numeric" dir="ltr"
      autofocus=true hint=msg("twostepPushCodeHint")/>
    <@buttons.actionGroup>
      <@buttons.button id="kc-login" name="login" label="twostepSignIn"/>
    </@buttons.actionGroup>
  </form>
  <@twostep.action id="twostep-use-phone" name="usePhone" label=msg("twostepPushUsePhone") type="link"/>
  <@twostep.anotherWay/>
</#macro>

<#macro explanation>
  <#if explanations[state]?has_content>
    <p id="twostep-push-what" <#if !problem?has_content>role="alert"</#if>>${msg(explanations[state])}</p>
  </#if>
</#macro>

<#-- Nothing waits on the phone (any more). What is likely to help comes first. -->
<#macro stopped>
  <#-- A problem says it already. -->
  <#if !(state == "limited" && problem?has_content)><@explanation/></#if>
  <#if state == "limited">
    <@twostep.anotherWay open=true/>
    <#if wait gt 0><@again type="secondary"/></#if>
    <@useCode/>
  <#else>
    <@again type="primary"/>
    <@useCode/>
    <@twostep.anotherWay/>
  </#if>
</#macro>

<#macro again type>
  <#local label = msg((state == "busy")?then("twostepPushTryAgain", "twostepPushAgain"))>
  <#if wait gt 0>
    <@twostep.delayedAction id="twostep-again" name="again" label=label type=type wait=wait text=pause()
      left=msg("twostepPushWaitLeft", "{time}") over=msg("twostepPushWaitOver")/>
  <#else>
    <@twostep.action id="twostep-again" name="again" label=label type=type/>
  </#if>
</#macro>

<#macro reported>
  <@explanation/>
  <p class="twostep-quiet">${msg("twostepPushReportedMistake")}</p>
  <#if url.loginRestartFlowUrl?has_content>
    <a id="twostep-restart" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}" href="${url.loginRestartFlowUrl}">${msg("twostepRestart")}</a>
  </#if>
</#macro>

<@twostep.page heading=msg(headings[state]!"twostepPushTitle") displayMessage=!problem?has_content && !(state == "code" && messagesPerField.existsError("code"))>
  <@twostep.problem key=problem/>
  <#if state == "waiting">
    <@waiting/>
  <#elseif state == "code">
    <@code/>
  <#elseif state == "reported">
    <@reported/>
  <#else>
    <@stopped/>
  </#if>
  <@twostep.helpLink href=(app.helpUrl!"") label=msg((state == "waiting")?then("twostepPushHelp", "twostepGetHelp"))/>
</@twostep.page>
