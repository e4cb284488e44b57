<#import "twostep-commons.ftl" as twostep>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#assign phone = twostepPhone!{}>
<#assign current = phone.current!"">
<#assign changing = current?has_content>
<#assign overtaken = phone.overtaken!false>
<#assign heading = overtaken?then("twostepPhoneTitleOvertaken", changing?then("twostepPhoneTitleChange", "twostepPhoneTitle"))>

<#macro country>
  <@twostep.select name="country" label=msg("twostepPhoneCountry") autocomplete="country">
    <#if !phone.country?has_content><option value="">${msg("twostepPhoneCountryChoose")}</option></#if>
    <#list phone.countries![] as country>
      <option value="${country.code}"<#if country.code == phone.country!""> selected</#if>>${country.name} (&#x2066;+${country.callingCode}&#x2069;)</option>
    </#list>
  </@twostep.select>
</#macro>

<#macro form>
  <form id="twostep-phone-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-twostep-once>
    <@country/>
    <@twostep.input name="number" label=msg("twostepPhoneNumber") value=(phone.number!"") type="tel" autocomplete="tel" dir="ltr"
      autofocus=true hint=msg("twostepPhoneNumberHint")/>
    <section class="twostep-note" aria-labelledby="twostep-risk">
      <h2 id="twostep-risk">${msg("twostepPhoneNoteTitle")}</h2>
      <ul>
        <li>${msg("twostepPhoneNoteRisk")}</li>
        <li>${msg("twostepPhoneNoteSafer")}</li>
        <li>${msg("twostepPhoneNoteUse")}</li>
      </ul>
    </section>
    <div class="${properties.kcFormGroupClass!}">
      <@field.checkbox name="logout-sessions" label=msg("twostepLogoutOtherSessions") value=false/>
    </div>
    <@buttons.actionGroup>
      <@buttons.button id="kc-submit" name="login" label="twostepPhoneSubmit"/>
    </@buttons.actionGroup>
  </form>
</#macro>

<@twostep.page heading=msg(heading) displayMessage=!messagesPerField.existsError('country', 'number')>
  <#if overtaken>
    <@twostep.problem key="twostepPhoneOvertaken"/>
    <#if url.loginRestartFlowUrl?has_content>
      <a id="twostep-restart" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${url.loginRestartFlowUrl}">${msg("twostepRestart")}</a>
    </#if>
  <#elseif phone.countries?has_content>
    <#if changing>
      <p><@twostep.sentence key="twostepPhoneIntroChange" number=current/></p>
    <#else>
      <p>${msg("twostepPhoneIntro")}</p>
    </#if>
    <@form/>
  <#else>
    <@twostep.problem key="twostepPhoneNoCountry"/>
  </#if>
  <#if (phone.canChooseAnother!false) && !overtaken>
    <@twostep.action id="twostep-choose-another" name="chooseAnother" label=msg("twostepSetupAnother") type="link"/>
  </#if>
  <@twostep.cancel/>
  <@twostep.helpLink href=(phone.helpUrl!"") label=msg("twostepGetHelp")/>
</@twostep.page>
