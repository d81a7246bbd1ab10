//! Who asks: the address of the peer, or what trusted proxies say of it.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::header::FORWARDED;
use axum::http::{Extensions, HeaderMap, HeaderName};

use crate::http::connection::Peer;

static X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Whoever shares one quota: an IPv4 address, or an IPv6 network of 64 bits, which is what one connection gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::http) struct Client(IpAddr);

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Client {
    /// The client of an address. IPv4 written as IPv6 is the same client as IPv4.
    pub(super) fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(v6) => {
                Self(IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))))
            }
            v4 @ IpAddr::V4(_) => Self(v4),
        }
    }

    /// The client of a request that came through `trusted_proxies` proxies.
    ///
    /// A request without a peer comes from no socket of ours; all such are one client.
    pub(super) fn of_request(
        extensions: &Extensions,
        headers: &HeaderMap,
        trusted_proxies: u16,
    ) -> Self {
        let peer = extensions
            .get::<ConnectInfo<Peer>>()
            .map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |ConnectInfo(Peer(address))| address.ip());
        Self::of(find_forwarded(headers, trusted_proxies).unwrap_or(peer))
    }
}

/// The address that the outermost trusted proxy has seen; `None` where nothing trustworthy stands.
///
/// Both headers grow to the right, so what the `trusted_proxies` last entries say was written by them, and what
/// stands before may be made up. A proxy that writes one of the headers passes the other on as the client sent
/// it: where the two differ, neither is believed.
fn find_forwarded(headers: &HeaderMap, trusted_proxies: u16) -> Option<IpAddr> {
    if trusted_proxies == 0 {
        return None;
    }
    let entry = |name: &HeaderName| find_entry(headers, name, trusted_proxies);
    match (entry(&FORWARDED), entry(&X_FORWARDED_FOR)) {
        (None, None) => None,
        (Some(element), None) => parse_element(&element),
        (None, Some(node)) => parse_node(&node),
        (Some(element), Some(node)) => {
            parse_element(&element).filter(|address| Some(*address) == parse_node(&node))
        }
    }
}

/// The entry `from_right` places from the right (1 = last); the first where there are fewer.
///
/// Quotes are not looked at: one that a client leaves open must not swallow what a proxy has added.
fn find_entry(headers: &HeaderMap, name: &HeaderName, from_right: u16) -> Option<String> {
    let lines: Vec<_> = headers.get_all(name).iter().map(|v| v.to_str().unwrap_or("?")).collect();
    let chain = lines.join(",");
    let entries = chain.rsplit(',').map(str::trim).filter(|entry| !entry.is_empty());
    entries.take(usize::from(from_right)).last().map(str::to_owned)
}

/// The address in an element of `Forwarded` (RFC 7239, section 4): `for="[2001:db8::1]:4711";proto=https`.
fn parse_element(element: &str) -> Option<IpAddr> {
    element.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        name.eq_ignore_ascii_case("for").then(|| parse_node(value.trim_matches('"'))).flatten()
    })
}

/// An address as proxies write it: with or without a port, IPv6 with or without brackets.
fn parse_node(node: &str) -> Option<IpAddr> {
    let bracketed = || node.strip_prefix('[')?.strip_suffix(']')?.parse().ok().map(IpAddr::V6);
    let with_port = || node.parse::<SocketAddr>().ok().map(|address| address.ip());
    node.parse().ok().or_else(bracketed).or_else(with_port)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn client(address: &str) -> Client {
        Client::of(address.parse().unwrap())
    }

    /// The client of a request from 10.0.0.9 with these headers.
    fn seen(trusted: u16, headers: &[(&str, &str)]) -> Client {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            map.append(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(Peer(SocketAddr::from(([10, 0, 0, 9], 50_000)))));
        Client::of_request(&extensions, &map, trusted)
    }

    #[test]
    fn an_ipv6_network_of_64_bits_is_one_client_and_mapped_ipv4_is_ipv4() {
        assert_eq!(client("2001:db8:1:2::1"), client("2001:db8:1:2:ffff::9"));
        assert_ne!(client("2001:db8:1:2::1"), client("2001:db8:1:3::1"));
        assert_eq!(client("::ffff:192.0.2.1"), client("192.0.2.1"));
        assert_ne!(client("192.0.2.1"), client("192.0.2.2"));
    }

    #[test]
    fn without_trusted_proxies_no_header_is_believed() {
        let forged = [("x-forwarded-for", "192.0.2.7"), ("forwarded", "for=192.0.2.7")];
        assert_eq!(seen(0, &forged), client("10.0.0.9"));
    }

    #[test]
    fn behind_proxies_only_what_they_have_added_counts() {
        let chain = [("x-forwarded-for", "1.1.1.1, 192.0.2.7"), ("x-forwarded-for", "10.0.0.8")];
        assert_eq!(seen(1, &chain), client("10.0.0.8"));
        assert_eq!(seen(2, &chain), client("192.0.2.7"), "1.1.1.1 may be made up");
        assert_eq!(seen(9, &chain), client("1.1.1.1"), "a shorter way than all proxies");
        assert_eq!(seen(1, &[]), client("10.0.0.9"));
    }

    #[test]
    fn every_form_of_an_address_is_read() {
        for node in ["2001:db8::5", "[2001:db8::5]", "[2001:db8::5]:4711"] {
            assert_eq!(seen(1, &[("x-forwarded-for", node)]), client("2001:db8::5"), "{node}");
            let element = format!("proto=https;For=\"{node}\"");
            assert_eq!(seen(1, &[("forwarded", &element)]), client("2001:db8::5"), "{element}");
        }
        assert_eq!(seen(1, &[("forwarded", "for=192.0.2.7:80")]), client("192.0.2.7"));
    }

    #[test]
    fn what_is_no_address_falls_back_to_the_peer() {
        for value in ["unknown", "_hidden", "", " , ", "1.2.3", "ä"] {
            assert_eq!(seen(1, &[("x-forwarded-for", value)]), client("10.0.0.9"), "{value}");
            let element = format!("for={value}");
            assert_eq!(seen(1, &[("forwarded", &element)]), client("10.0.0.9"), "{value}");
        }
        assert_eq!(seen(1, &[("forwarded", "by=10.0.0.8")]), client("10.0.0.9"));
    }

    #[test]
    fn a_header_that_the_proxy_does_not_write_cannot_change_who_somebody_is() {
        let real = ("x-forwarded-for", "192.0.2.7");
        assert_eq!(seen(1, &[real, ("forwarded", "for=198.51.100.1")]), client("10.0.0.9"));
        assert_eq!(seen(1, &[real, ("forwarded", "for=192.0.2.7")]), client("192.0.2.7"));
        let open = [("forwarded", "for=\"1.1.1.1"), ("forwarded", "for=192.0.2.7")];
        assert_eq!(seen(1, &open), client("192.0.2.7"), "an open quote swallows nothing");
    }
}
