<#import "twostep-commons.ftl" as twostep>
<#import "twostep-phone-commons.ftl" as phone>
<#assign pair = twostepPairPhone!{}>
<#assign state = pair.state!"scan">
<#assign problem = pair.problem!"">
<#assign seconds = pair.secondsLeft!0>
<#assign headings = {
  "scan": "twostepPairTitle",
  "confirm": "twostepPairTitleConfirm",
  "trial": "twostepPairTitleTrial",
  "expired": "twostepPairTitleExpired",
  "taken": "twostepPairTitleTaken",
  "wrong_number": "twostepPairTitleWrongNumber",
  "full": "twostepPairTitleFull",
  "impersonated": "twostepPairTitleOther"
}>
<#assign explanations = {
  "expired": "twostepPairExpired",
  "taken": "twostepPairTaken",
  "wrong_number": "twostepPairWrongNumber"
}>

<#macro scan>
  <p>${msg("twostepPairIntro")}</p>
  <ol class="twostep-steps twostep-steps-short">
    <li>${msg("twostepPairStepScan")}</li>
    <li>${msg("twostepPairStepOpen")}</li>
    <li>${msg("twostepPairStepBack")}</li>
  </ol>
  <@phone.qrOrLink qr=(pair.qr!{}) link=(pair.link!"") label=msg("twostepPairQrText") caption="" linkLabel=msg("twostepPairOpenHere")/>
  <@phone.awaiting ask=(pair.waitUrl!"") seconds=seconds press=msg("twostepPairPress") waiting=msg("twostepPairWaiting") answered=msg("twostepPairFound")
    over=msg("twostepPairOver") left=msg("twostepPairLeft", "{time}") expiry=msg("twostepPairMinutes", pair.minutes!10) label=msg("twostepPairContinue")/>
  <#if pair.code?has_content><@typed/></#if>
</#macro>

<#-- For whose camera does not read it. -->
<#macro typed>
  <details id="twostep-cannot-scan" class="twostep-more">
    <summary>${msg("twostepPairCannotScan")}</summary>
    <ol class="twostep-steps twostep-steps-short">
      <li>${msg("twostepPairTypeAddress")} <bdi id="twostep-phone-url" class="twostep-address" dir="ltr" translate="no">${pair.phoneUrl!""}</bdi></li>
      <li>${msg("twostepPairTypeUsername")} <bdi id="twostep-username" class="twostep-address" translate="no">${pair.username!""}</bdi></li>
      <li>${msg("twostepPairTypeCode")}</li>
    </ol>
    <@twostep.key id="twostep-pairing-code" value=pair.code/>
  </details>
</#macro>

<#macro confirm>
  <p>${msg("twostepPairConfirm")}</p>
  <div class="twostep-panel">
    <p class="twostep-panel-title"><bdi id="twostep-phone-name">${pair.name!""}</bdi></p>
    <#if pair.platform?has_content><p class="twostep-quiet"><bdi id="twostep-phone-platform">${pair.platform}</bdi></p></#if>
    <p id="twostep-fingerprint-label" class="twostep-quiet">${msg("twostepPairFingerprint")}</p>
    <@phone.fingerprint value=(pair.fingerprint!"")/>
  </div>
  <@twostep.action id="twostep-confirm" name="confirm" label=msg("twostepPairYes") type="primary"/>
  <@twostep.action id="twostep-reject" name="reject" label=msg("twostepPairNo")/>
</#macro>

<#macro trial>
  <p id="twostep-pair-try">${msg("twostepPairTry", phone.isolated(pair.name!""))}</p>
  <@phone.number value=(pair.number!"")/>
  <@phone.awaiting ask=(pair.waitUrl!"") seconds=seconds press=msg("twostepPushPress") waiting=msg("twostepPushWaiting") answered=msg("twostepPushAnswered")
    over=msg("twostepPushOver") left=msg("twostepPushLeft", "{time}") expiry=phone.timeToAnswer(seconds) label=msg("twostepPushContinue")/>
</#macro>

<@twostep.page heading=msg(headings[state]!"twostepPairTitle") displayMessage=!problem?has_content && state != "impersonated">
  <@twostep.problem key=problem/>
  <#if state == "scan">
    <@scan/>
  <#elseif state == "confirm">
    <@confirm/>
  <#elseif state == "trial">
    <@trial/>
  <#elseif state == "full">
    <p id="twostep-pair-what" role="alert">${msg("twostepPairFull", pair.most!10)}</p>
  <#elseif state == "impersonated">
    <@twostep.problem key="twostepImpersonated"/>
  <#else>
    <p id="twostep-pair-what" role="alert">${msg(explanations[state]!"twostepPairExpired")}</p>
    <@twostep.action id="twostep-again" name="again" label=msg("twostepPairAgain") type="primary"/>
  </#if>
  <#if pair.canChooseAnother!false>
    <@twostep.action id="twostep-choose-another" name="chooseAnother" label=msg("twostepSetupAnother") type="link"/>
  </#if>
  <@twostep.cancel/>
  <@twostep.helpLink href=(pair.helpUrl!"") label=msg("twostepGetHelp")/>
</@twostep.page>
