//! Forms with files that only our own pages can send.

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::form::{Fields, check_source, forged};
use super::user::jar_of;
use crate::http::problem::Problem;

/// Largest upload in bytes, all parts together.
pub const MAX_UPLOAD_BYTES: usize = 10 << 20;
/// Most parts of an upload.
const MAX_PARTS: usize = 200;

/// A form with files (`multipart/form-data`, at most 10 MiB) that a page of ours has sent. Take it after
/// [`super::DeskUser`], so that only people who are signed in can fill the memory.
#[derive(Debug, Clone)]
pub struct CsrfMultipart(pub Upload);

/// What was uploaded.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// Fields that are no files.
    pub fields: Fields,
    /// Files, in their order; a field where none was chosen has none.
    pub files: Vec<UploadedFile>,
}

/// A file.
#[derive(Debug, Clone)]
pub struct UploadedFile {
    /// Name of the field.
    pub field: String,
    /// What the person's machine calls it; only for showing, never for a path.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Bytes,
}

impl<S: Send + Sync> FromRequest<S> for CsrfMultipart {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let problem = |problem: Problem| problem.into_response();
        let status = |status| problem(Problem::of_status(status));
        let jar = jar_of(&parts).map_err(problem)?;
        check_source(&jar).map_err(problem)?;
        let media_type = parts.headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok());
        let boundary = multer::parse_boundary(media_type.unwrap_or_default())
            .map_err(|_none| status(StatusCode::UNSUPPORTED_MEDIA_TYPE))?;
        let body = to_bytes(body, MAX_UPLOAD_BYTES)
            .await
            .map_err(|_cut_off| status(StatusCode::PAYLOAD_TOO_LARGE))?;
        let upload = read(body, boundary).await.ok_or_else(|| status(StatusCode::BAD_REQUEST))?;
        jar.session().await.map_err(problem)?;
        if !jar.proves(upload.fields.get("csrf")) {
            return Err(problem(forged()));
        }
        Ok(Self(upload))
    }
}

/// The parts of a body; `None` if it cannot be read, or has too many.
async fn read(body: Bytes, boundary: String) -> Option<Upload> {
    let whole = stream::iter([Ok::<_, std::convert::Infallible>(body)]);
    let mut parts = multer::Multipart::new(whole, boundary);
    let mut upload = Upload::default();
    let mut count = 0;
    while let Some(part) = parts.next_field().await.ok()? {
        count += 1;
        if count > MAX_PARTS {
            return None;
        }
        let field = part.name()?.to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.ok()?;
        if let Some(file_name) = file_name {
            if !(file_name.is_empty() && bytes.is_empty()) {
                upload.files.push(UploadedFile { field, file_name, bytes });
            }
        } else {
            upload.fields.0.push((field, String::from_utf8(bytes.to_vec()).ok()?));
        }
    }
    Some(upload)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(head: &str, body: &str) -> String {
        format!("--x\r\ncontent-disposition: form-data; {head}\r\n\r\n{body}\r\n")
    }

    #[tokio::test]
    async fn fields_and_files_are_told_apart() {
        let body = part("name=\"csrf\"", "t")
            + &part("name=\"file\"; filename=\"a.xlsx\"", "bytes")
            + &part("name=\"none\"; filename=\"\"", "")
            + "--x--\r\n";
        let upload = read(body.into(), "x".into()).await.unwrap();
        assert_eq!(upload.fields.get("csrf"), "t");
        assert_eq!(upload.files.len(), 1);
        assert_eq!(
            (upload.files[0].file_name.as_str(), &*upload.files[0].bytes),
            ("a.xlsx", &b"bytes"[..])
        );
    }

    #[tokio::test]
    async fn what_is_cut_off_or_has_too_many_parts_is_refused() {
        assert!(
            read("--x\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nhal".into(), "x".into())
                .await
                .is_none()
        );
        let many = part("name=\"a\"", "1").repeat(MAX_PARTS + 1) + "--x--\r\n";
        assert!(read(many.into(), "x".into()).await.is_none());
    }
}
