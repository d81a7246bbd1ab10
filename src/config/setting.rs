//! The settings by name: one table that the file, the environment, the command line and the manual share.

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Where to listen.
    Listen,
    /// Which database.
    DatabaseUrl,
    /// Which county package.
    Region,
    /// Where the program writes.
    DataDir,
    /// Public address.
    BaseUrl,
    /// Where to serve measurements.
    MetricsListen,
    /// What to log.
    Log,
    /// In which form.
    LogFormat,
    /// Requests of planner's analysis per client and minute.
    AnalysisPerMinute,
    /// How many of them at once.
    AnalysisBurst,
    /// How many requests that bring something each client may have under way.
    WritesPerClient,
    /// How many proxies stand in front.
    TrustedProxies,
    /// Whether the planning pages are there.
    Planning,
    /// Who has to have a second factor.
    SecondFactor,
    /// The mail server.
    SmtpUrl,
    /// In whose name mail is sent.
    MailFrom,
    /// A folder that mails are written into instead.
    MailDir,
    /// The sign-in provider.
    OidcIssuer,
    /// What the provider calls us.
    OidcClientId,
    /// What proves to the provider that we ask.
    OidcClientSecret,
    /// A file that holds it.
    OidcClientSecretFile,
    /// What is asked for.
    OidcScopes,
    /// What people call the provider.
    OidcLabel,
    /// The claim that holds the address.
    OidcEmailClaim,
    /// What the provider says counts as a second factor.
    OidcSecondFactor,
    /// Whether people may sign in with a password.
    PasswordSignIn,
    /// The tile source whose pictures are passed on.
    TilesSource,
    /// A local file of vector tiles instead.
    TilesFile,
    /// Whom the tiles come from, as their licence asks to be named.
    TilesAttribution,
    /// Where that leads.
    TilesAttributionUrl,
    /// The closest zoom that the tiles have.
    TilesMaxZoom,
    /// Where pictures of the source are kept.
    TilesCacheDir,
    /// How much of them is kept.
    TilesCacheMb,
    /// How long a picture is kept before the source is asked again, whatever it says.
    TilesMinAgeHours,
    /// After how long the source is asked again, whatever it says.
    TilesMaxAgeDays,
}

impl Setting {
    /// All settings, in the order of the manual.
    pub const ALL: [Self; 35] = [
        Self::Listen,
        Self::DatabaseUrl,
        Self::Region,
        Self::DataDir,
        Self::BaseUrl,
        Self::MetricsListen,
        Self::Log,
        Self::LogFormat,
        Self::AnalysisPerMinute,
        Self::AnalysisBurst,
        Self::WritesPerClient,
        Self::TrustedProxies,
        Self::Planning,
        Self::SecondFactor,
        Self::SmtpUrl,
        Self::MailFrom,
        Self::MailDir,
        Self::OidcIssuer,
        Self::OidcClientId,
        Self::OidcClientSecret,
        Self::OidcClientSecretFile,
        Self::OidcScopes,
        Self::OidcLabel,
        Self::OidcEmailClaim,
        Self::OidcSecondFactor,
        Self::PasswordSignIn,
        Self::TilesSource,
        Self::TilesFile,
        Self::TilesAttribution,
        Self::TilesAttributionUrl,
        Self::TilesMaxZoom,
        Self::TilesCacheDir,
        Self::TilesCacheMb,
        Self::TilesMinAgeHours,
        Self::TilesMaxAgeDays,
    ];

    /// Its key in the configuration file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Listen => "listen",
            Self::DatabaseUrl => "database_url",
            Self::Region => "region",
            Self::DataDir => "data_dir",
            Self::BaseUrl => "base_url",
            Self::MetricsListen => "metrics_listen",
            Self::Log => "log",
            Self::LogFormat => "log_format",
            Self::AnalysisPerMinute => "analysis_per_minute",
            Self::AnalysisBurst => "analysis_burst",
            Self::WritesPerClient => "writes_per_client",
            Self::TrustedProxies => "trusted_proxies",
            Self::Planning => "planning",
            Self::SecondFactor => "second_factor",
            Self::SmtpUrl => "smtp_url",
            Self::MailFrom => "mail_from",
            Self::MailDir => "mail_dir",
            Self::OidcIssuer => "oidc_issuer",
            Self::OidcClientId => "oidc_client_id",
            Self::OidcClientSecret => "oidc_client_secret",
            Self::OidcClientSecretFile => "oidc_client_secret_file",
            Self::OidcScopes => "oidc_scopes",
            Self::OidcLabel => "oidc_label",
            Self::OidcEmailClaim => "oidc_email_claim",
            Self::OidcSecondFactor => "oidc_second_factor",
            Self::PasswordSignIn => "password_sign_in",
            Self::TilesSource => "tiles_source",
            Self::TilesFile => "tiles_file",
            Self::TilesAttribution => "tiles_attribution",
            Self::TilesAttributionUrl => "tiles_attribution_url",
            Self::TilesMaxZoom => "tiles_max_zoom",
            Self::TilesCacheDir => "tiles_cache_dir",
            Self::TilesCacheMb => "tiles_cache_mb",
            Self::TilesMinAgeHours => "tiles_min_age_hours",
            Self::TilesMaxAgeDays => "tiles_max_age_days",
        }
    }

    /// Its environment variable.
    #[must_use]
    pub fn variable(self) -> String {
        format!("{}{}", super::PREFIX, self.key().to_ascii_uppercase())
    }

    /// Its flag on the command line.
    #[must_use]
    pub fn flag(self) -> String {
        format!("--{}", self.key().replace('_', "-"))
    }

    /// Whether its value is a path, which in a file is relative to that file.
    #[must_use]
    pub const fn is_path(self) -> bool {
        matches!(
            self,
            Self::Region
                | Self::DataDir
                | Self::MailDir
                | Self::OidcClientSecretFile
                | Self::TilesFile
                | Self::TilesCacheDir
        )
    }

    /// Whether its value is a number, which a file may give without quotes.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::AnalysisPerMinute
                | Self::AnalysisBurst
                | Self::WritesPerClient
                | Self::TrustedProxies
                | Self::TilesMaxZoom
                | Self::TilesCacheMb
                | Self::TilesMinAgeHours
                | Self::TilesMaxAgeDays
        )
    }

    /// Whether its value is `true` or `false`, which a file gives without quotes.
    #[must_use]
    pub const fn is_switch(self) -> bool {
        matches!(self, Self::Planning | Self::PasswordSignIn)
    }

    /// Whether a file may have a section of this name: `[tiles]` with `source` means `tiles_source`.
    #[must_use]
    pub fn is_section(name: &str) -> bool {
        name == "tiles"
    }

    /// The setting of a key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }
}
