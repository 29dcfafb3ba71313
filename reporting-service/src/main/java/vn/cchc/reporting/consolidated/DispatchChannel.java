package vn.cchc.reporting.consolidated;

/** The ways of sending a report (Decree 09/2019/NĐ-CP). */
enum DispatchChannel {
    /** Trực tiếp. */
    DIRECT,
    /** Dịch vụ bưu chính. */
    POST,
    FAX,
    /** Thư điện tử. */
    EMAIL,
    /** Hệ thống phần mềm. */
    INFORMATION_SYSTEM
}
