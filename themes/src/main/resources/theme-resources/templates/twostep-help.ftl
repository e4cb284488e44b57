<#import "twostep-commons.ftl" as twostep>
<#assign help = twostepHelp!{}>
<#assign topic = help.topic!"">
<#assign topics = help.topics![]>
<#assign accountUrl = help.accountUrl!"">

<#-- A step of a topic: its heading, its text, and what differs on the two kinds of phone, and on a computer. -->
<#macro step title text iphone="" android="" computer="">
  <li>
    <h2>${title}</h2>
    <p>${text}</p>
    <#if iphone?has_content>
      <dl class="twostep-devices">
        <div><dt>${msg("twostepHelpIphone")}</dt><dd>${iphone}</dd></div>
        <div><dt>${msg("twostepHelpAndroid")}</dt><dd>${android}</dd></div>
        <#if computer?has_content><div><dt>${msg("twostepHelpComputer")}</dt><dd>${computer}</dd></div></#if>
      </dl>
    </#if>
  </li>
</#macro>

<#macro textNotArrived>
  <p class="twostep-lead">${msg("twostepHelpTextIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpTextWait") text=msg("twostepHelpTextWaitBody", help.resendMinutes!2)/>
    <@step title=msg("twostepHelpTextSignal") text=msg("twostepHelpTextSignalBody")
      iphone=msg("twostepHelpTextSignalIphone") android=msg("twostepHelpTextSignalAndroid")/>
    <@step title=msg("twostepHelpTextSpam") text=msg("twostepHelpTextSpamBody")
      iphone=msg("twostepHelpTextSpamIphone") android=msg("twostepHelpTextSpamAndroid")/>
    <@step title=msg("twostepHelpTextAgain") text=msg("twostepHelpTextAgainBody", help.lifetimeMinutes!5)/>
    <@step title=msg("twostepHelpTextCarrier") text=msg("twostepHelpTextCarrierBody")/>
  </ol>
  <@note title=msg("twostepHelpOtherWay") text=msg("twostepHelpOtherWayBody")/>
</#macro>

<#macro pushNotArrived>
  <p class="twostep-lead">${msg("twostepHelpPushIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpPushOpen") text=msg("twostepHelpPushOpenBody")/>
    <@step title=msg("twostepHelpPushSignal") text=msg("twostepHelpPushSignalBody")/>
    <@step title=msg("twostepHelpPushAllow") text=msg("twostepHelpPushAllowBody")
      iphone=msg("twostepHelpPushAllowIphone") android=msg("twostepHelpPushAllowAndroid") computer=msg("twostepHelpPushAllowComputer")/>
    <@step title=msg("twostepHelpPushSleep") text=msg("twostepHelpPushSleepBody")
      iphone=msg("twostepHelpPushSleepIphone") android=msg("twostepHelpPushSleepAndroid")/>
    <@step title=msg("twostepHelpPushQuiet") text=msg("twostepHelpPushQuietBody")/>
  </ol>
  <@note title=msg("twostepHelpOtherWay") text=msg("twostepHelpOtherWayBody")/>
</#macro>

<#macro phoneOffline>
  <p class="twostep-lead">${msg("twostepHelpOfflineIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpOfflineOpen") text=msg("twostepHelpOfflineOpenBody")
      iphone=msg("twostepHelpOfflineOpenIphone") android=msg("twostepHelpOfflineOpenAndroid")/>
    <@step title=msg("twostepHelpOfflineEnter") text=msg("twostepHelpOfflineEnterBody")/>
    <@step title=msg("twostepHelpOfflineClock") text=msg("twostepHelpOfflineClockBody")
      iphone=msg("twostepHelpOfflineClockIphone") android=msg("twostepHelpOfflineClockAndroid")/>
  </ol>
  <@note title=msg("twostepHelpOfflineNoPhone") text=msg("twostepHelpOfflineNoPhoneBody")/>
</#macro>

<#macro changeNumber>
  <p class="twostep-lead">${msg("twostepHelpChangeIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpChangeOpen") text=msg("twostepHelpChangeOpenBody")/>
    <@step title=msg("twostepHelpChangeType") text=msg("twostepHelpChangeTypeBody")/>
    <@step title=msg("twostepHelpChangeConfirm") text=msg("twostepHelpChangeConfirmBody")/>
  </ol>
  <@note title=msg("twostepHelpChangeLost") text=msg("twostepHelpChangeLostBody")/>
</#macro>

<#macro newPhone>
  <p class="twostep-lead">${msg("twostepHelpNewPhoneIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpNewPhoneHandOver") text=msg("twostepHelpNewPhoneHandOverBody")/>
    <@step title=msg("twostepHelpNewPhoneAdd") text=msg("twostepHelpNewPhoneAddBody")/>
    <@step title=msg("twostepHelpNewPhoneDelete") text=msg("twostepHelpNewPhoneDeleteBody")/>
    <@step title=msg("twostepHelpNewPhoneRestored") text=msg("twostepHelpNewPhoneRestoredBody")/>
  </ol>
  <@note title=msg("twostepHelpNewPhoneNothing") text=msg("twostepHelpNewPhoneNothingBody")/>
</#macro>

<#macro lostPhone>
  <p class="twostep-lead">${msg("twostepHelpLostIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpLostSim") text=msg("twostepHelpLostSimBody")/>
    <@step title=msg("twostepHelpLostSignIn") text=msg("twostepHelpLostSignInBody")/>
    <@step title=msg("twostepHelpLostRemove") text=msg("twostepHelpLostRemoveBody")/>
  </ol>
  <@note title=msg("twostepHelpLostNothing") text=msg("twostepHelpLostNothingBody")/>
</#macro>

<#macro backupCodes>
  <p class="twostep-lead">${msg("twostepHelpBackupIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpBackupGet") text=msg("twostepHelpBackupGetBody")/>
    <@step title=msg("twostepHelpBackupKeep") text=msg("twostepHelpBackupKeepBody")/>
    <@step title=msg("twostepHelpBackupUse") text=msg("twostepHelpBackupUseBody")/>
    <@step title=msg("twostepHelpBackupOrder") text=msg("twostepHelpBackupOrderBody")/>
    <@step title=msg("twostepHelpBackupRenew") text=msg("twostepHelpBackupRenewBody")/>
  </ol>
  <@signInPageOnly/>
</#macro>

<#macro backupCodeError>
  <p class="twostep-lead">${msg("twostepHelpBackupErrorIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpBackupErrorNumber") text=msg("twostepHelpBackupErrorNumberBody")/>
    <@step title=msg("twostepHelpBackupErrorType") text=msg("twostepHelpBackupErrorTypeBody")/>
    <@step title=msg("twostepHelpBackupErrorUsed") text=msg("twostepHelpBackupErrorUsedBody")/>
    <@step title=msg("twostepHelpBackupErrorWait") text=msg("twostepHelpBackupErrorWaitBody")/>
    <@step title=msg("twostepHelpBackupErrorNew") text=msg("twostepHelpBackupErrorNewBody")/>
  </ol>
  <@note title=msg("twostepHelpBackupErrorOther") text=msg("twostepHelpBackupErrorOtherBody")/>
  <@signInPageOnly/>
</#macro>

<#-- B7: whoever enters a backup code in an app needs something else. -->
<#macro signInPageOnly>
  <@note title=msg("twostepHelpBackupWhere") text=msg("twostepHelpBackupWhereBody")>
    <#list topics?filter(t -> t.id == "app-passwords") as apps>
      <p><a href="${apps.url}">${msg(apps.title)}</a></p>
    </#list>
  </@note>
</#macro>

<#macro appPasswords>
  <p class="twostep-lead">${msg("twostepHelpAppsIntro")}</p>
  <ol class="twostep-steps">
    <@step title=msg("twostepHelpAppsMake") text=msg("twostepHelpAppsMakeBody")/>
    <@step title=msg("twostepHelpAppsEnter") text=msg("twostepHelpAppsEnterBody")
      iphone=msg("twostepHelpAppsEnterIphone") android=msg("twostepHelpAppsEnterAndroid") computer=msg("twostepHelpAppsEnterComputer")/>
    <@step title=msg("twostepHelpAppsOne") text=msg("twostepHelpAppsOneBody")/>
    <@step title=msg("twostepHelpAppsRenew") text=msg("twostepHelpAppsRenewBody")/>
    <@step title=msg("twostepHelpAppsDelete") text=msg("twostepHelpAppsDeleteBody")/>
  </ol>
  <@note title=msg("twostepHelpAppsWrong")>
    <ul>
      <li>${msg("twostepHelpAppsWrongType")}</li>
      <li>${msg("twostepHelpAppsWrongOver")}</li>
      <li>${msg("twostepHelpAppsWrongApp")}</li>
      <li>${msg("twostepHelpAppsWrongOff")}</li>
      <li>${msg("twostepHelpAppsWrongWait")}</li>
      <li>${msg("twostepHelpAppsWrongNever")}</li>
    </ul>
  </@note>
  <@note title=msg("twostepHelpAppsNot") text=msg("twostepHelpAppsNotBody")/>
</#macro>

<#macro note title text="">
  <section class="twostep-aside">
    <h2>${title}</h2>
    <#if text?has_content><p>${text}</p></#if>
    <#nested>
  </section>
</#macro>

<#macro otherTopics>
  <#local others = topics?filter(t -> t.id != topic)>
  <#if others?has_content>
    <nav aria-labelledby="twostep-topics">
      <h2 id="twostep-topics"<#if !topic?has_content> class="pf-v5-u-screen-reader"</#if>>${msg(topic?has_content?then("twostepHelpOtherTopics", "twostepHelpTopics"))}</h2>
      <ul class="twostep-choices" role="list">
        <#list others as other>
          <li>
            <a class="twostep-choice" href="${other.url}">
              <span class="twostep-choice-text"><span class="twostep-choice-name">${msg(other.title)}</span></span>
              <i class="fas fa-angle-right twostep-forward" aria-hidden="true"></i>
            </a>
          </li>
        </#list>
      </ul>
    </nav>
  </#if>
</#macro>

<#assign current = topics?filter(t -> t.id == topic)>
<@twostep.page heading=current?has_content?then(msg((current?first.title)!""), msg("twostepHelpTitle"))>
  <article class="twostep-article">
    <#if topic == "text-not-arrived">
      <@textNotArrived/>
    <#elseif topic == "push-not-arrived">
      <@pushNotArrived/>
    <#elseif topic == "phone-offline">
      <@phoneOffline/>
    <#elseif topic == "change-number">
      <@changeNumber/>
    <#elseif topic == "new-phone">
      <@newPhone/>
    <#elseif topic == "lost-phone">
      <@lostPhone/>
    <#elseif topic == "backup-codes">
      <@backupCodes/>
    <#elseif topic == "backup-code-error">
      <@backupCodeError/>
    <#elseif topic == "app-passwords">
      <@appPasswords/>
    <#else>
      <p class="twostep-lead">${msg("twostepHelpIntro")}</p>
    </#if>
    <#if topic?has_content && accountUrl?has_content>
      <p><a href="${accountUrl}">${msg("twostepHelpAccount")}</a></p>
      <#if ["push-not-arrived", "lost-phone"]?seq_contains(topic) && help.historyUrl?has_content>
        <p><a id="twostep-history" href="${help.historyUrl}">${msg("twostepHistoryTitle")}</a></p>
      </#if>
    </#if>
    <@otherTopics/>
    <section class="twostep-note" aria-labelledby="twostep-tips">
      <h2 id="twostep-tips">${msg("twostepHelpTips")}</h2>
      <ul>
        <li>${msg("twostepHelpTipShare")}</li>
        <li>${msg("twostepHelpTipAddress")}</li>
        <li>${msg("twostepHelpTipSecond")}</li>
      </ul>
    </section>
  </article>
  <@twostep.script file="help.js"/>
</@twostep.page>
