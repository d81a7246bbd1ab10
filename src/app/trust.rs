//! Whom this program trusts when it asks another server: whom the machine trusts, so that a county's own authority
//! counts.

use std::sync::Arc;

use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Certificates of the machine; those of the common browsers where it has none. Reading them takes a while.
pub(super) fn machine_trust() -> TlsConfig {
    let found = rustls_native_certs::load_native_certs();
    let certs: Vec<_> =
        found.certs.iter().map(|cert| Certificate::from_der(cert.as_ref()).to_owned()).collect();
    let roots =
        if certs.is_empty() { RootCerts::WebPki } else { RootCerts::Specific(Arc::new(certs)) };
    TlsConfig::builder().root_certs(roots).build()
}
