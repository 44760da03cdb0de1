//! The addresses of the app: parsed and written here and nowhere else.
//!
//! Addresses are a contract: people keep links to them. Each ends in a slash, is neutral in its words, and stands
//! below the public URL of the deployment.

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/help/`
    Help,
    /// `/help/ready/`
    Ready,
    /// `/signs/`
    Signs,
    /// `/signs/me/`
    Me,
    /// `/signs/saw/`
    Saw,
    /// `/signs/all/`
    AllSigns,
    /// `/signs/<setting>/`
    Setting(String),
    /// `/meetings/`
    Meetings,
    /// `/learn/`
    Learn,
    /// `/learn/<article>/`
    Article(String),
    /// `/about/`
    About,
    /// `/about/phone/`
    Phone,
    /// Any other address.
    NotFound,
}

impl Route {
    /// Reads a path below the public URL, without the slash in front: `learn/myths/`. Hosts drop the slash at the end, name
    /// `index.html`, drop or add `.html`; people change letters and write a slash twice. It is the same page all the same.
    pub fn parse(path: &str) -> Self {
        let path = path.to_ascii_lowercase();
        let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if let Some(last) = parts.pop() {
            let last = last.strip_suffix(".html").unwrap_or(last);
            parts.extend((last != "index").then_some(last));
        }
        match parts[..] {
            [] => Self::Home,
            ["help"] => Self::Help,
            ["help", "ready"] => Self::Ready,
            ["signs"] => Self::Signs,
            ["signs", "me"] => Self::Me,
            ["signs", "saw"] => Self::Saw,
            ["signs", "all"] => Self::AllSigns,
            ["signs", id] if is_slug(id) => Self::Setting(id.into()),
            ["meetings"] => Self::Meetings,
            ["learn"] => Self::Learn,
            ["learn", id] if is_slug(id) => Self::Article(id.into()),
            ["about"] => Self::About,
            ["about", "phone"] => Self::Phone,
            _ => Self::NotFound,
        }
    }

    /// The path below the public URL, without the slash in front.
    pub fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => String::new(),
            Self::Help => "help/".into(),
            Self::Ready => "help/ready/".into(),
            Self::Signs => "signs/".into(),
            Self::Me => "signs/me/".into(),
            Self::Saw => "signs/saw/".into(),
            Self::AllSigns => "signs/all/".into(),
            Self::Setting(id) => format!("signs/{id}/"),
            Self::Meetings => "meetings/".into(),
            Self::Learn => "learn/".into(),
            Self::Article(id) => format!("learn/{id}/"),
            Self::About => "about/".into(),
            Self::Phone => "about/phone/".into(),
        }
    }

    /// The file of its page, below the folder of the language.
    pub fn file(&self) -> String {
        match self {
            Self::NotFound => NOT_FOUND_FILE.into(),
            route => format!("{}index.html", route.path()),
        }
    }

    /// The part of the app to which the page belongs: what the navigation marks as the current place.
    pub fn section(&self) -> Self {
        match self {
            Self::Ready => Self::Help,
            Self::Me | Self::Saw | Self::AllSigns | Self::Setting(_) => Self::Signs,
            Self::Article(_) => Self::Learn,
            Self::Phone => Self::About,
            route => route.clone(),
        }
    }
}

/// The path below the folder `root`, if a link without its fragment leads to a page of the app: those are written from the
/// root of the host. Any other link is the browser's: a file's name has a dot, another host's address begins with two
/// slashes or a scheme.
pub fn path_in_app<'a>(url: &'a str, root: &str) -> Option<&'a str> {
    url.strip_prefix(root).filter(|path| !path.starts_with('/') && !path.contains(['.', '?']))
}

/// Whether a text can be a part of an address: lower-case letters, digits and hyphens.
pub fn is_slug(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(inside)
}

/// The file that static hosts answer with when there is none at an address.
pub const NOT_FOUND_FILE: &str = "404.html";

/// The calendar file, below the public URL. It is made at build time.
pub const CALENDAR_FILE: &str = "meetings.ics";

/// Where Apple's maps app opens an address.
pub fn apple_maps(address: &str) -> String {
    format!("https://maps.apple.com/?q={}", encode(address))
}

/// Where Google's maps app opens an address.
pub fn google_maps(address: &str) -> String {
    format!("https://www.google.com/maps/search/?api=1&query={}", encode(address))
}

/// Percent-encodes a text for a query (RFC 3986, section 2.1).
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte as char),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_followed_by_the_app_only_where_it_leads_to_one_of_its_pages() {
        for (root, url, path) in
            [("/", "/", ""), ("/", "/signs/all/", "signs/all/"), ("/club/es/", "/club/es/help/", "help/")]
        {
            assert_eq!(path_in_app(url, root), Some(path), "{url}");
        }
        for (root, url) in [
            ("/", "//example.org/help/"),
            ("/", "//neighbour/help/"),
            ("/", "https://example.org/help/"),
            ("/", "tel:+18883737888"),
            ("/", "/meetings.ics"),
            ("/", "/help/?from=card"),
            ("/club/", "/help/"),
            ("/club/", "/clubhouse/"),
            ("/", "help/"),
        ] {
            assert_eq!(path_in_app(url, root), None, "{url}");
        }
    }

    #[test]
    fn the_addresses_are_a_contract() {
        let contract = [
            (Route::Home, ""),
            (Route::Help, "help/"),
            (Route::Ready, "help/ready/"),
            (Route::Signs, "signs/"),
            (Route::Me, "signs/me/"),
            (Route::Saw, "signs/saw/"),
            (Route::AllSigns, "signs/all/"),
            (Route::Setting("hotel".into()), "signs/hotel/"),
            (Route::Meetings, "meetings/"),
            (Route::Learn, "learn/"),
            (Route::Article("myths".into()), "learn/myths/"),
            (Route::About, "about/"),
            (Route::Phone, "about/phone/"),
        ];
        for (route, path) in contract {
            assert_eq!(route.path(), path);
            assert_eq!(Route::parse(path), route);
        }
    }

    #[test]
    fn whatever_a_host_makes_of_an_address_it_is_the_same_page() {
        for (route, bare) in [
            (Route::Home, ""),
            (Route::Help, "help"),
            (Route::Ready, "help/ready"),
            (Route::AllSigns, "signs/all"),
            (Route::Setting("hotel".into()), "signs/hotel"),
            (Route::Meetings, "meetings"),
            (Route::Article("myths".into()), "learn/myths"),
            (Route::Phone, "about/phone"),
        ] {
            let twice = bare.replace('/', "//");
            for address in [
                bare.into(),
                format!("{bare}/"),
                format!("{bare}/index.html"),
                format!("{bare}/index"),
                format!("{bare}//"),
                format!("/{twice}/"),
                bare.to_uppercase(),
                format!("{}/Index.HTML", bare.to_uppercase()),
            ] {
                assert_eq!(Route::parse(&address), route, "{address}");
            }
            if !bare.is_empty() {
                assert_eq!(Route::parse(&format!("{bare}.html")), route, "{bare}.html");
            }
            assert_eq!(Route::parse(&route.file()), route, "its file");
        }
    }

    #[test]
    fn anything_else_is_not_found() {
        for path in [
            "x",
            "help/x/",
            "signs/a/b/",
            "signs/a b/",
            "learn/%2e/",
            "signs/ö/",
            "..",
            "../help/",
            "\\evil.example/",
            "evil.example/help/",
            "meetings.",
            "meetings.ics",
            "index.html/index.html",
            NOT_FOUND_FILE,
            "offline.html",
            "numbers.html",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }

    #[test]
    fn map_links_carry_the_whole_address() {
        assert_eq!(
            apple_maps("309 SW Broadway, Zürich & more"),
            "https://maps.apple.com/?q=309%20SW%20Broadway%2C%20Z%C3%BCrich%20%26%20more"
        );
        assert!(google_maps("a b").ends_with("&query=a%20b"));
    }
}
