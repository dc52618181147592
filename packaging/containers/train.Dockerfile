# `gbs train` on NVIDIA GPUs. Build it in the folder of the source:
#   docker build -f packaging/containers/train.Dockerfile -t gbs-train .
#   docker run --rm --gpus all --shm-size 8g -v "$PWD":/data gbs-train train recipe.yaml --run runs/name
# Several GPUs: --entrypoint mpirun gbs-train --allow-run-as-root -np 4 gbs train ...
FROM nvidia/cuda:13.0.1-devel-ubuntu24.04
ENV DEBIAN_FRONTEND=noninteractive PATH=/opt/gbs/build/cuda:/usr/local/cuda/bin:$PATH
COPY . /opt/gbs
WORKDIR /opt/gbs
RUN rm -rf build && apt-get update && apt-get install -y --no-install-recommends make git ca-certificates
RUN make setup
RUN cmake --preset cuda -DGBS_TESTS=OFF && cmake --build build/cuda --target gbs
WORKDIR /data
ENTRYPOINT ["gbs"]
CMD ["train", "--help"]
