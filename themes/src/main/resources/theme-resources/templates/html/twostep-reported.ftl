<#import "template.ftl" as layout>
<#import "twostep-notice.ftl" as twostep>
<@layout.emailLayout>
<p>${msg("twostepReportedMailWhat", realmName!"", (user.username)!"")}</p>
<@twostep.facts/>
<h2>${msg("twostepMailWasNotYou")}</h2>
<p>${msg("twostepReportedMailOtherBody")}</p>
<h2>${msg("twostepMailWasYou")}</h2>
<p>${msg("twostepReportedMailYouBody")}</p>
<@twostep.links/>
</@layout.emailLayout>
