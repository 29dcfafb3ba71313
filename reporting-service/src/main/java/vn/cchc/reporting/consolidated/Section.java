package vn.cchc.reporting.consolidated;

/** The sections of the outline, in the order of the document. */
enum Section {
    /** Tình hình chung. */
    GENERAL,
    /** Kết quả thực hiện. */
    RESULTS,
    /** Khó khăn, vướng mắc. */
    DIFFICULTIES,
    /** Sáng kiến cải cách hành chính. */
    INITIATIVES,
    /** Kiến nghị, đề xuất. */
    PROPOSALS,
    /** Phương hướng, nhiệm vụ kỳ tiếp theo. */
    NEXT_STEPS
}
