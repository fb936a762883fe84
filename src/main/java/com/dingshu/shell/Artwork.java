package com.dingshu.shell;

/** The picture beside the sign-in form: many channels run into one point and out again as parcels. */
final class Artwork {

    static final String MARK = """
            <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#fff" fill-opacity=".14"/>
            <g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M10.5 11V7.5h4.2a8.5 8.5 0 0 1 0 17h-4.2V21"/>
            <path d="M4.5 16h6.6"/>
            </g><circle cx="15.2" cy="16" r="3.1" fill="#fff"/>
            </svg>
            """;

    static final String LINES = """
            <ds-art>
            <svg viewBox="0 0 700 540" aria-hidden="true"><path d="M-10 70 C 170 70, 190 270, 330 270" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="1.5"/>
            <path d="M-10 150 C 170 150, 190 270, 330 270" fill="none" stroke="#fff" stroke-opacity=".21" stroke-width="1.5"/>
            <path d="M-10 230 C 170 230, 190 270, 330 270" fill="none" stroke="#fff" stroke-opacity=".26" stroke-width="1.5"/>
            <path d="M-10 310 C 170 310, 190 270, 330 270" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="1.5"/>
            <path d="M-10 390 C 170 390, 190 270, 330 270" fill="none" stroke="#fff" stroke-opacity=".21" stroke-width="1.5"/>
            <path d="M-10 470 C 170 470, 190 270, 330 270" fill="none" stroke="#fff" stroke-opacity=".26" stroke-width="1.5"/>
            <path d="M330 270 C 470 270, 480 190, 720 190" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="1.5"/>
            <path d="M330 270 C 470 270, 480 270, 720 270" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="1.5"/>
            <path d="M330 270 C 470 270, 480 350, 720 350" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="1.5"/>
            <circle cx="330" cy="270" r="46" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="1.5"/>
            <circle cx="330" cy="270" r="17" fill="#fff"/>
            <circle cx="132.2" cy="126.3" r="4.5" fill="#fff" fill-opacity=".85"/>
            <circle cx="81" cy="234.2" r="4.5" fill="#fff" fill-opacity=".85"/>
            <circle cx="188.4" cy="321" r="4.5" fill="#fff" fill-opacity=".85"/>
            <circle cx="152.9" cy="393.8" r="4.5" fill="#fff" fill-opacity=".85"/>
            <circle cx="540.8" cy="211.5" r="4.5" fill="#fff" fill-opacity=".85"/>
            <circle cx="600.7" cy="341.7" r="4.5" fill="#fff" fill-opacity=".85"/>
            </svg>
            </ds-art>
            """;

    private Artwork() {}
}
