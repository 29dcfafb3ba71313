package vn.cchc.reporting.unit;

enum UnitType {
    /** Sở. */
    DEPARTMENT,
    /** Phòng, văn phòng, tổ, thanh tra. */
    OFFICE,
    /** Đơn vị sự nghiệp công lập: a school or a centre. */
    SERVICE_UNIT
}
