//! Part 2: coordinate reference systems by reference.

use serde_json::Value;

use crate::COLLECTIONS;
use crate::support::WORLD;
use crate::support::world::{self, PLACED};

const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const EPSG: &str = "http://www.opengis.net/def/crs/EPSG/0/";
const ITEMS: &str = "/api/collections/services/items";

fn codes() -> [String; 5] {
    let epsg = |code: u32| format!("{EPSG}{code}");
    [CRS84.to_owned(), epsg(4326), epsg(3857), epsg(25832), epsg(3035)]
}

/// Coordinates of site 0 (8.01 E, 47.01 N) in a reference system.
async fn coordinates(crs: &str) -> [f64; 2] {
    let path = format!("{ITEMS}/{}?crs={crs}", world::feature_id(0));
    let feature = WORLD.get(&path).await.json();
    [0, 1].map(|i| feature["geometry"]["coordinates"][i].as_f64().unwrap())
}

async fn matched(query: &str) -> Value {
    WORLD.get(&format!("{ITEMS}?limit=1&{query}")).await.json()["numberMatched"].clone()
}

#[tokio::test]
async fn req_crs_crs_uri() {
    let services = WORLD.get("/api/collections/services").await.json();
    for crs in services["crs"].as_array().unwrap() {
        assert!(crs.as_str().unwrap().starts_with("http://www.opengis.net/def/crs/"));
    }
}

#[tokio::test]
async fn req_crs_fc_md_crs_list() {
    for id in COLLECTIONS {
        let own = WORLD.get(&format!("/api/collections/{id}")).await.json();
        assert_eq!(own["crs"], Value::from(codes().to_vec()), "{id}");
        assert_eq!(own["crs"][0], CRS84, "the default comes first");
    }
}

#[tokio::test]
async fn req_crs_fc_md_crs_list_global() {
    let document = WORLD.get("/api/collections").await.json();
    assert_eq!(document["crs"], Value::from(codes().to_vec()));
}

#[tokio::test]
async fn req_crs_fc_md_storagecrs() {
    for id in COLLECTIONS {
        let own = WORLD.get(&format!("/api/collections/{id}")).await.json();
        assert!(own["storageCrs"].is_string());
    }
}

#[tokio::test]
async fn req_crs_fc_md_storagecrs_valid_value() {
    for id in COLLECTIONS {
        let own = WORLD.get(&format!("/api/collections/{id}")).await.json();
        assert!(own["crs"].as_array().unwrap().contains(&own["storageCrs"]), "{id}");
    }
}

#[tokio::test]
async fn req_crs_fc_bbox_crs_definition() {
    let definition = WORLD.get("/api/openapi.json").await.json();
    let parameter = &definition["components"]["parameters"]["bbox-crs"];
    assert_eq!(parameter["in"], "query");
    assert_eq!(parameter["schema"]["format"], "uri");
    assert_eq!(parameter["schema"]["default"], CRS84);
    assert_eq!((&parameter["style"], &parameter["explode"]), (&"form".into(), &false.into()));
}

#[tokio::test]
async fn req_crs_fc_bbox_crs_valid_value() {
    for wrong in ["EPSG:4326", "http://www.opengis.net/def/crs/EPSG/0/31467", "4326"] {
        let path = format!("{ITEMS}?bbox=8,47,9,48&bbox-crs={wrong}");
        WORLD.get(&path).await.assert_problem(400, &["bbox-crs"]);
    }
}

#[tokio::test]
async fn req_crs_fc_bbox_crs_valid_defaultvalue() {
    let plain = matched("bbox=8,47,8.3,47.6").await;
    assert_ne!(plain, 0);
    assert_eq!(matched(&format!("bbox=8,47,8.3,47.6&bbox-crs={CRS84}")).await, plain);
}

#[tokio::test]
async fn req_crs_fc_bbox_crs_action() {
    let plain = matched("bbox=8,47,8.3,47.6").await;
    let swapped = format!("bbox=47,8,47.6,8.3&bbox-crs={EPSG}4326");
    assert_eq!(matched(&swapped).await, plain, "4326 counts latitude first");
    // The same corners on the plane of web maps, where upright boxes stay upright.
    let mercator = format!("bbox=890555.93,5942074.07,923951.77,6041338.20&bbox-crs={EPSG}3857");
    assert_eq!(matched(&mercator).await, plain);
    // A box of one kilometre around site 0 in the systems whose boxes are bent in degrees.
    for (code, north_first) in [(25832, false), (3035, true)] {
        let crs = format!("{EPSG}{code}");
        let [a, b] = coordinates(&crs).await;
        let around =
            format!("bbox={},{},{},{}&bbox-crs={crs}", a - 500.0, b - 500.0, a + 500.0, b + 500.0);
        assert_eq!(matched(&around).await, 1, "{code} {north_first}");
        let away =
            format!("bbox={},{},{},{}&bbox-crs={crs}", a + 50.0, b - 500.0, a + 500.0, b + 500.0);
        assert_eq!(matched(&away).await, 0, "{code}");
    }
    // Boxes that are bent in degrees: exactly the sites whose coordinates, as the server writes them, lie inside.
    for crs in &codes()[2..] {
        let page = WORLD.get(&format!("{ITEMS}?crs={crs}&limit=1000")).await.json();
        let points: Vec<[f64; 2]> = page["features"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|f| !f["geometry"].is_null())
            .map(|f| [0, 1].map(|i| f["geometry"]["coordinates"][i].as_f64().unwrap()))
            .collect();
        let low = [0, 1].map(|i| points.iter().map(|p| p[i]).fold(f64::INFINITY, f64::min));
        let high = [0, 1].map(|i| points.iter().map(|p| p[i]).fold(f64::NEG_INFINITY, f64::max));
        for step in 1..10 {
            let side = |i: usize, share: f64| low[i] + (high[i] - low[i]) * share;
            let share = f64::from(step) / 20.0;
            let [a, b, c, d] =
                [side(0, share), side(1, share), side(0, 1.0 - share), side(1, 0.93)];
            let inside = |p: &&[f64; 2]| p[0] >= a && p[0] <= c && p[1] >= b && p[1] <= d;
            let wanted = points.iter().filter(inside).count();
            let query = format!("bbox={a},{b},{c},{d}&bbox-crs={crs}");
            assert_eq!(matched(&query).await, wanted, "{query}");
        }
    }
    // Census cells are squares of EPSG:3035.
    let cells = "/api/collections/population_cells/items?limit=100";
    let own = format!("{cells}&bbox=2700150,4170250,2700250,4170350&bbox-crs={EPSG}3035");
    assert_eq!(WORLD.get(&own).await.json()["numberMatched"], 4);
    let edge = format!("{cells}&bbox=2700101,4170201,2700200,4170299&bbox-crs={EPSG}3035");
    assert_eq!(WORLD.get(&edge).await.json()["numberMatched"], 2, "edges belong to a box");
    WORLD
        .get(&format!("{ITEMS}?bbox=9000000,1,8000000,2&bbox-crs={EPSG}3857"))
        .await
        .assert_problem(400, &["bbox"]);
}

#[tokio::test]
async fn req_crs_fc_crs_definition() {
    let definition = WORLD.get("/api/openapi.json").await.json();
    let parameter = &definition["components"]["parameters"]["crs"];
    assert_eq!(
        (&parameter["in"], &parameter["schema"]["format"]),
        (&"query".into(), &"uri".into())
    );
    assert_eq!((&parameter["style"], &parameter["explode"]), (&"form".into(), &false.into()));
    // Lists and single features know it.
    for (path, item) in definition["paths"].as_object().unwrap() {
        let Some(get) = item.get("get") else { continue };
        let parameters = get["parameters"].as_array().unwrap();
        let has = parameters.iter().any(|p| p["$ref"] == "#/components/parameters/crs");
        assert_eq!(has, path.contains("/items"), "{path}");
    }
}

#[tokio::test]
async fn req_crs_fc_crs_valid_value() {
    for id in COLLECTIONS {
        let path = format!("/api/collections/{id}/items?crs={EPSG}31467");
        WORLD.get(&path).await.assert_problem(400, &["crs"]);
    }
    let feature = format!("{ITEMS}/{}?crs=CRS84", world::feature_id(0));
    WORLD.get(&feature).await.assert_problem(400, &["crs"]);
}

#[tokio::test]
async fn req_crs_fc_crs_default_value() {
    let path = format!("{ITEMS}/{}", world::feature_id(0));
    let feature = WORLD.get(&path).await;
    assert_eq!(feature.header("content-crs"), format!("<{CRS84}>"));
    let [lon, lat] = [0, 1].map(|i| feature.json()["geometry"]["coordinates"][i].as_f64().unwrap());
    assert!((lon - 8.01).abs() < 1e-9 && (lat - 47.01).abs() < 1e-9);
}

#[tokio::test]
async fn req_crs_fc_crs_action() {
    // Reference values: gdaltransform of GDAL 3.6 (PROJ), which writes easting first.
    let close = |got: [f64; 2], wanted: [f64; 2], by: f64| {
        assert!(got.iter().zip(wanted).all(|(g, w)| (g - w).abs() < by), "{got:?} {wanted:?}");
    };
    close(coordinates(CRS84).await, [8.01, 47.01], 1e-9);
    close(coordinates(&format!("{EPSG}4326")).await, [47.01, 8.01], 1e-9);
    for (code, first, second) in [
        (3857, 891_669.121, 5_943_706.480),
        (25832, 424_748.981, 5_206_750.944),
        // North first.
        (3035, 2_657_196.076, 4_169_568.379),
    ] {
        close(coordinates(&format!("{EPSG}{code}")).await, [first, second], 0.002);
    }
    // Lists are written in the same system as single features.
    for crs in codes() {
        let page = WORLD.get(&format!("{ITEMS}?crs={crs}&limit=1000")).await.json();
        let id = world::feature_id(0).to_string();
        let listed =
            page["features"].as_array().unwrap().iter().find(|f| f["id"] == id.as_str()).unwrap();
        let own = coordinates(&crs).await;
        let in_list = [0, 1].map(|i| listed["geometry"]["coordinates"][i].as_f64().unwrap());
        close(in_list, own, 1e-9);
        let with_point =
            page["features"].as_array().unwrap().iter().filter(|f| !f["geometry"].is_null());
        assert_eq!(with_point.count(), PLACED);
    }
}

#[tokio::test]
async fn req_crs_geojson() {
    // Coordinates in another system than CRS84 are written as asked, and the header says which.
    for crs in codes() {
        let areas = WORLD.get(&format!("/api/collections/municipalities/items?crs={crs}")).await;
        assert_eq!(areas.header("content-crs"), format!("<{crs}>"));
        assert_eq!(areas.json()["numberReturned"], 3);
    }
    let swapped = WORLD
        .get(&format!("/api/collections/municipalities/items/99001001?crs={EPSG}4326"))
        .await
        .json();
    let text = swapped["geometry"].to_string();
    assert!(text.contains("[47.0,8.0]") || text.contains("[47,8]"), "{text}");
}

#[tokio::test]
async fn req_crs_ogc_crs_header() {
    for path in [ITEMS.to_owned(), format!("{ITEMS}/{}", world::feature_id(1))] {
        assert!(!WORLD.get(&path).await.header("content-crs").is_empty());
    }
    for id in COLLECTIONS {
        let items = format!("/api/collections/{id}/items");
        let reply = WORLD.get(&items).await;
        assert!(!reply.header("content-crs").is_empty(), "{id}");
        if let Some(feature) = reply.json()["features"][0]["id"].as_str() {
            let own = WORLD.get(&format!("{items}/{feature}")).await;
            assert!(!own.header("content-crs").is_empty(), "{id}");
        }
    }
}

#[tokio::test]
async fn req_crs_ogc_crs_header_value() {
    for crs in codes() {
        let reply = WORLD.get(&format!("{ITEMS}?limit=1&crs={crs}")).await;
        assert_eq!(reply.header("content-crs"), format!("<{crs}>"));
    }
}
