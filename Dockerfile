# A resume in, a report out, with nothing but the image:
#   docker build -t gapcheck .
#   docker run --rm --network none --read-only --tmpfs /tmp --volume "$PWD:/work:ro" gapcheck resume.pdf
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/gapcheck && /opt/gapcheck/bin/pip install --no-cache-dir '.[ocr,web,xlsx,mcp]'

FROM python:3.12-slim
ENV PATH="/opt/gapcheck/bin:$PATH" PYTHONDONTWRITEBYTECODE=1 XDG_CACHE_HOME=/opt/gapcheck/cache
COPY --from=build /opt/gapcheck /opt/gapcheck
# The checked data files are kept in the image: a read-only container starts as fast as another
RUN useradd --uid 10001 --no-create-home gapcheck && gapcheck doctor && chmod -R a+rX /opt/gapcheck
USER 10001
WORKDIR /work
ENTRYPOINT ["gapcheck"]
CMD ["--help"]
