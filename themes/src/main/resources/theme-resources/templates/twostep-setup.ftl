<#import "twostep-commons.ftl" as twostep>
<#assign setup = twostepSetup!{}>

<@twostep.page heading=msg("twostepSetupTitle")>
  <p>${msg("twostepSetupIntro")}</p>

  <form id="twostep-setup-form" action="${url.loginAction}" method="post" data-twostep-once>
    <ul class="twostep-choices" role="list">
      <#list setup.factors![] as factor>
        <li><@twostep.choice id="twostep-factor-" + factor.action name="factor" value=factor.action label=msg(factor.name) help=msg(factor.help) icon=factor.icon/></li>
      </#list>
    </ul>
  </form>

  <#if setup.canSkip!false>
    <@twostep.action id="twostep-skip" name="skip" label=msg("twostepSetupSkip") type="link"/>
  </#if>
  <@twostep.cancel/>
  <@twostep.helpLink href=(setup.helpUrl!"") label=msg("twostepGetHelp")/>
</@twostep.page>
