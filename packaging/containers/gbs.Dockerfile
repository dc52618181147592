# The commands without a display, on the CPU. Build it in a folder with the package of `make package`:
#   docker build -f gbs.Dockerfile -t gbs build/packages
#   docker run --rm -v "$PWD":/data gbs ground photo.jpg "a dog" --out maps
FROM debian:12-slim
COPY gbs-explorer_*_amd64.deb /tmp/
RUN apt-get update && apt-get install -y --no-install-recommends /tmp/gbs-explorer_*_amd64.deb openmpi-bin && rm -rf /tmp/*.deb /var/lib/apt/lists/*
RUN useradd --create-home gbs
USER gbs
WORKDIR /data
ENTRYPOINT ["gbs"]
CMD ["--help"]
