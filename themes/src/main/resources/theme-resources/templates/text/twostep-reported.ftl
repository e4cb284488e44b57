<#ftl output_format="plainText">
<#import "twostep-notice.ftl" as twostep>
${msg("twostepReportedMailWhat", realmName!"", (user.username)!"")}

<@twostep.facts/>

${msg("twostepMailWasNotYou")}
${msg("twostepReportedMailOtherBody")}

${msg("twostepMailWasYou")}
${msg("twostepReportedMailYouBody")}

<@twostep.links/>
