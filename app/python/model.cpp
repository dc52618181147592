// SPDX-License-Identifier: GPL-3.0-or-later

#include <memory>
#include <mutex>

#include "app/python/bindings.h"
#include "core/base/error.h"
#include "core/image/image.h"
#include "core/model/load_grounder.h"

namespace nb = nanobind;

namespace gbs::python {
namespace {

using Pixels = nb::ndarray<const std::uint8_t, nb::shape<-1, -1, 3>, nb::c_contig, nb::device::cpu>;
using FloatArray = nb::ndarray<nb::numpy, float, nb::ndim<2>>;

/// An array that owns what was the map's memory.
FloatArray to_array(const Heatmap& map) {
    auto* const values = new std::vector<float>(map.values());
    const nb::capsule owner(values,
                            [](void* data) noexcept { delete static_cast<std::vector<float>*>(data); });
    return FloatArray(values->data(),
                      {static_cast<std::size_t>(map.height()), static_cast<std::size_t>(map.width())}, owner);
}

Image to_image(const Pixels& pixels) {
    const std::size_t height = pixels.shape(0), width = pixels.shape(1);
    if (height == 0 || width == 0) throw Error("the image has no pixels");
    if (width > max_image_pixels / height) throw Error("the image has more than 400 million pixels");
    return {static_cast<int>(width),
            static_cast<int>(height),
            {pixels.data(), pixels.data() + height * width * 3}};
}

/// A grounder that several threads of Python may use: those that cannot work at the same time wait for each other.
class Model {
 public:
    Model(const std::filesystem::path& path, const std::string& device)
        : grounder_(load_grounder(path, device)) {}

    const ModelInfo& info() const { return grounder_->info(); }
    std::unique_ptr<GroundingSession> open(const Image& image) {
        const auto turn = take_turn();
        return grounder_->open(image);
    }
    /// Held while the model computes.
    std::unique_lock<std::mutex> take_turn() {
        return grounder_->concurrent() ? std::unique_lock<std::mutex>() : std::unique_lock(mutex_);
    }

 private:
    std::shared_ptr<Grounder> grounder_;
    std::mutex mutex_;
};

/// A photo that was encoded once, for any number of phrases.
class Photo {
 public:
    Photo(std::shared_ptr<Model> model, const Image& image)
        : model_(std::move(model)), session_(model_->open(image)) {}

    int width() const { return session_->width(); }
    int height() const { return session_->height(); }
    /// Maps at the size of the photo, or at that of the model's finest features.
    std::vector<Grounding> ground(const std::vector<std::string>& phrases, bool resize) {
        const std::lock_guard own(mutex_);
        std::vector<Grounding> groundings;
        {
            const auto turn = model_->take_turn();
            groundings = session_->ground(phrases);
        }
        if (resize)
            for (Grounding& grounding : groundings)
                for (Heatmap* map : {&grounding.gbs, &grounding.i2t, &grounding.mean})
                    *map = map->resized(width(), height());
        return groundings;
    }

 private:
    std::shared_ptr<Model> model_;
    std::unique_ptr<GroundingSession> session_;
    std::mutex mutex_;
};

nb::ndarray<nb::numpy, std::uint8_t, nb::ndim<3>> read_photo(const std::filesystem::path& path) {
    std::unique_ptr<Image> image;
    {
        const nb::gil_scoped_release unlocked;
        image = std::make_unique<Image>(load_image(path));
    }
    const std::size_t height = static_cast<std::size_t>(image->height),
                      width = static_cast<std::size_t>(image->width);
    std::uint8_t* const data = image->rgb.data();
    const nb::capsule owner(image.release(), [](void* owned) noexcept { delete static_cast<Image*>(owned); });
    return {data, {height, width, 3}, owner};
}

nb::dict to_dict(const ModelInfo& info) {
    nb::dict dict;
    dict["path"] = info.path;
    dict["name"] = info.name;
    dict["image_encoder"] = info.image_encoder;
    dict["text_encoder"] = info.text_encoder;
    dict["input_size"] = info.input_size;
    dict["device"] = info.device;
    dict["device_reason"] = info.device_reason;
    dict["metadata"] = info.metadata;
    return dict;
}

}  // namespace

void bind_model(nb::module_& module) {
    module.def("read_photo", &read_photo, nb::arg("path"));
    nb::class_<Grounding>(module, "Grounding")
        .def_ro("phrase", &Grounding::phrase)
        .def_prop_ro(
            "gbs", [](const Grounding& grounding) { return to_array(grounding.gbs); }, nb::rv_policy::move)
        .def_prop_ro(
            "i2t", [](const Grounding& grounding) { return to_array(grounding.i2t); }, nb::rv_policy::move)
        .def_prop_ro(
            "mean", [](const Grounding& grounding) { return to_array(grounding.mean); }, nb::rv_policy::move)
        .def_ro("strength", &Grounding::strength);
    nb::class_<Model>(module, "Model")
        .def(nb::init<const std::filesystem::path&, const std::string&>(), nb::arg("path"), nb::arg("device"),
             Unlocked())
        .def_prop_ro("info", [](const Model& model) { return to_dict(model.info()); });
    nb::class_<Photo>(module, "Photo")
        .def(
            "__init__",
            [](Photo* self, std::shared_ptr<Model> model, const Pixels& pixels) {
                const Image image = to_image(pixels);
                const nb::gil_scoped_release unlocked;
                new (self) Photo(std::move(model), image);
            },
            nb::arg("model"), nb::arg("pixels"))
        .def_prop_ro("width", &Photo::width)
        .def_prop_ro("height", &Photo::height)
        .def("ground", &Photo::ground, nb::arg("phrases"), nb::arg("resize"), Unlocked());
}

}  // namespace gbs::python
