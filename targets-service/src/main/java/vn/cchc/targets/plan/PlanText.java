package vn.cchc.targets.plan;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(description = "The text of a plan, word for word as printed, in Vietnamese; English headings are added")
record PlanText(
        @NotBlank @Size(max = 100) @Schema(description = "The form of the official number, where the number itself is left blank", examples = "/KH-SGDĐT") String numberForm,
        @NotNull @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])") @Schema(description = "Year and month of issue", examples = "2022-09") String issuedMonth,
        @NotBlank @Size(max = 200) @Schema(description = "Place and date of issue as printed, the day left blank", examples = "Sóc Trăng, ngày tháng 9 năm 2022") String issuedText,
        @NotBlank @Size(max = 100) @Schema(description = "Kind of document as printed", examples = "KẾ HOẠCH") String documentType,
        @NotNull @Size(max = 50, message = "{cchc.ListSize.message}") @Schema(description = "The paragraphs before the first section") List<@NotBlank @Size(max = 20_000) String> preamble,
        @NotNull @Size(max = 50, message = "{cchc.ListSize.message}") List<@Valid @NotNull Section> sections,
        @NotBlank @Size(max = 20_000) @Schema(description = "The closing clause") String closing,
        @NotNull @Size(max = 200, message = "{cchc.ListSize.message}") @Schema(description = "The recipients (nơi nhận), line by line") List<@NotBlank @Size(max = 1000) String> recipients,
        @Valid @NotNull Signer signer) {

    @Schema(name = "PlanSection", description = "A section of a plan")
    record Section(
            @NotBlank @Size(max = 10) @Schema(description = "Its number in the order of sections", examples = "IV") String number,
            @NotBlank @Size(max = 10) @Schema(description = "The number as printed, which may repeat that of another section", examples = "III") String printedNumber,
            @NotBlank @Size(max = 1000) String heading, @NotBlank @Size(max = 1000) String headingEn,
            @Schema(description = "Whether the section is the list of targets; its items are then the targets") boolean listsTargets,
            @NotNull @Size(max = 200, message = "{cchc.ListSize.message}") List<@Valid @NotNull Item> items) {

        Section withItems(List<Item> of) {
            return new Section(number, printedNumber, heading, headingEn, listsTargets, of);
        }
    }

    @Schema(name = "PlanItem", description = "A numbered item of a section")
    record Item(@Min(1) int number, @Size(max = 1000) @Schema(nullable = true) String heading,
            @Size(max = 1000) @Schema(nullable = true) String headingEn,
            @Schema(description = "Code of the unit whose duty the item states; null if it states none", examples = "VP", nullable = true) UnitCode unit,
            @NotNull @Size(max = 50, message = "{cchc.ListSize.message}") List<@NotBlank @Size(max = 20_000) String> paragraphs) {

        static Item of(Target target) {
            return new Item(target.number, null, null, null, target.wording.lines().toList());
        }

        PrintedTask asTaskOf(Section section) {
            return new PrintedTask(section.number, number, heading, String.join("\n", paragraphs), unit);
        }
    }

    @Schema(name = "PlanSigner", description = "The person who signed the plan")
    record Signer(@NotBlank @Size(max = 200) @Schema(examples = "GIÁM ĐỐC") String title,
            @NotBlank @Size(max = 200) String name) {
    }

    /** The whole text: the section that lists the targets contains them. */
    PlanText with(List<Target> targets) {
        List<Item> items = targets.stream().map(Item::of).toList();
        return new PlanText(numberForm, issuedMonth, issuedText, documentType, preamble,
                sections.stream().map(section -> section.listsTargets() ? section.withItems(items) : section).toList(), closing,
                recipients, signer);
    }
}
