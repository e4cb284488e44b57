<#import "twostep-commons.ftl" as twostep>
<#assign setup = twostepSetup!{}>

<@twostep.page heading=msg("twostepSetupTitle")>
  <p>${msg("twostepSetupIntro")}</p>

  <form id="twostep-setup-form" action="${url.loginAction}" method="post" data-twostep-once>
    <ul class="twostep-choices" role="list">
      <#list setup.factors![] as factor>
        <li>
          <button class="twostep-choice" id="twostep-factor-${factor.action}" type="submit" name="factor" value="${factor.action}">
            <span class="twostep-choice-icon"><i class="${properties[factor.icon!""]!factor.icon!}" aria-hidden="true"></i></span>
            <span class="twostep-choice-text">
              <span class="twostep-choice-name">${msg(factor.name)}</span>
              <#if factor.help?has_content><span class="twostep-quiet">${msg(factor.help)}</span></#if>
            </span>
            <i class="fas fa-angle-right twostep-forward" aria-hidden="true"></i>
          </button>
        </li>
      </#list>
    </ul>
  </form>

  <#if setup.canSkip!false>
    <@twostep.action id="twostep-skip" name="skip" label=msg("twostepSetupSkip") type="link"/>
  </#if>
  <@twostep.cancel/>
  <@twostep.helpLink href=(setup.helpUrl!"") label=msg("twostepGetHelp")/>
</@twostep.page>
