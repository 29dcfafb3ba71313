package vn.cchc.survey.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page in Vietnamese; {@code messages/survey_en.properties} has the English ones. */
@MessageBundle("survey")
interface PageTexts {

    @Message("Khảo sát")
    String survey();

    @Message("Ông/Bà không cần tài khoản. Câu trả lời không gắn với tên, số điện thoại hay mã mời.")
    String introduction();

    @Message("Có thể bỏ qua câu hỏi không muốn trả lời.")
    String optional();

    @Message("Câu hỏi có ghi “bắt buộc” cần được trả lời; có thể bỏ qua các câu hỏi khác.")
    String someObligatory();

    @Message("(bắt buộc)")
    String obligatory();

    @Message("Chỉ trả lời nếu ở câu “{question}” đã chọn: {choices}.")
    String onlyIf(String question, String choices);

    @Message("Số nguyên từ {lowest} đến {highest}")
    String number(int lowest, int highest);

    @Message("Không quá {longest} ký tự. Đề nghị không ghi họ tên, số điện thoại, địa chỉ hay số giấy tờ.")
    String freeText(int longest);

    @Message("Ông/Bà thuộc nhóm nào?")
    String group();

    @Message("Không nêu")
    String noGroup();

    @Message("Câu hỏi chung")
    String general();

    @Message("Từ 0 đến 100 phần trăm")
    String percent();

    @Message("Gửi câu trả lời")
    String send();

    @Message("Chưa gửi được. Đề nghị xem lại:")
    String faults();

    @Message("Cảm ơn Ông/Bà đã trả lời")
    String thanks();

    @Message("Câu trả lời đã được ghi nhận. Có thể đóng trang này.")
    String received();

    @Message("Liên kết không hợp lệ")
    String invalid();

    @Message("Đề nghị quét lại mã QR trên giấy mời, hoặc hỏi nơi đã gửi giấy mời.")
    String invalidHelp();

    @Message("Đợt khảo sát chưa bắt đầu")
    String notOpen();

    @Message("Giấy mời vẫn dùng được khi đợt khảo sát bắt đầu.")
    String notOpenHelp();

    @Message("Đợt khảo sát đã kết thúc")
    String closed();

    @Message("Cảm ơn Ông/Bà đã quan tâm. Câu trả lời không còn được ghi nhận.")
    String closedHelp();

    @Message("Liên kết đã hết hiệu lực")
    String ended();

    @Message("Liên kết này đã hết hạn hoặc đã nhận đủ số câu trả lời. Cảm ơn Ông/Bà đã quan tâm.")
    String endedHelp();

    @Message("Chưa gửi được do hệ thống bận")
    String busy();

    @Message("Câu trả lời chưa được ghi nhận. Đề nghị gửi lại sau ít phút.")
    String busyHelp();
}
