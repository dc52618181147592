# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tiny models of random weights, each of the architecture that a bridge of packaging/detectors loads:

    python tiny_detectors.py FOLDER

makes FOLDER/grounding_dino, FOLDER/owlv2 and FOLDER/clipseg.
"""

import json
import os
import sys

import torch
import transformers as t

torch.manual_seed(1)
letters = "abcdefghijklmnopqrstuvwxyz"


def bert_tokenizer(folder):
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "a", "the", "dog", "cup", "grass", *letters]
    file = os.path.join(folder, "vocab.txt")
    with open(file, "w") as out:
        out.write("\n".join(words) + "\n")
    return t.BertTokenizer(vocab=file), len(words)


def clip_tokenizer(folder):
    from transformers.models.clip.tokenization_clip import CLIPTokenizer

    tokens = ["!", *letters, *(letter + "</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    vocabulary, merges = os.path.join(folder, "vocab.json"), os.path.join(folder, "merges.txt")
    with open(vocabulary, "w") as out:
        json.dump({token: number for number, token in enumerate(tokens)}, out)
    with open(merges, "w") as out:
        out.write("#version: 0.2\n")
    return CLIPTokenizer.from_pretrained(folder, model_max_length=16), len(tokens)


text = dict(hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2)


def save(folder, model, processor):
    model.save_pretrained(folder)
    processor.save_pretrained(folder)


def clip(folder):
    """The tokenizer and the options of the text network."""
    tokenizer, words = clip_tokenizer(folder)
    return tokenizer, text | dict(vocab_size=words, max_position_embeddings=16, bos_token_id=words - 2, eos_token_id=words - 1,
                                  pad_token_id=0)


def owlv2(folder):
    tokenizer, words = clip(folder)
    config = t.Owlv2Config(text_config=words, vision_config=text | dict(image_size=64, patch_size=16), projection_dim=16)
    images = t.Owlv2ImageProcessor(size={"height": 64, "width": 64})
    save(folder, t.Owlv2ForObjectDetection(config), t.Owlv2Processor(image_processor=images, tokenizer=tokenizer))


def clipseg(folder):
    tokenizer, words = clip(folder)
    config = t.CLIPSegConfig(
        text_config=words, vision_config=text | dict(image_size=64, patch_size=16, num_hidden_layers=2), projection_dim=16,
        reduce_dim=8, extract_layers=[0, 1], decoder_num_attention_heads=2, decoder_intermediate_size=8)
    images = t.ViTImageProcessor(size={"height": 64, "width": 64})
    save(folder, t.CLIPSegForImageSegmentation(config), t.CLIPSegProcessor(image_processor=images, tokenizer=tokenizer))


def grounding_dino(folder):
    tokenizer, words = bert_tokenizer(folder)
    backbone = t.SwinConfig(image_size=64, embed_dim=8, depths=[1, 1, 1, 1], num_heads=[1, 1, 1, 1], window_size=2,
                            out_features=["stage2", "stage3", "stage4"])
    config = t.GroundingDinoConfig(
        backbone_config=backbone,
        text_config=t.BertConfig(vocab_size=words, max_position_embeddings=64, **text),
        d_model=32, encoder_layers=1, decoder_layers=2, encoder_attention_heads=2, decoder_attention_heads=2,
        encoder_ffn_dim=16, decoder_ffn_dim=16, num_queries=6, num_feature_levels=4, max_text_len=64)
    images = t.GroundingDinoImageProcessor(size={"shortest_edge": 64, "longest_edge": 96})
    save(folder, t.GroundingDinoForObjectDetection(config),
         t.GroundingDinoProcessor(image_processor=images, tokenizer=tokenizer))


for make in grounding_dino, owlv2, clipseg:
    path = os.path.join(sys.argv[1], make.__name__)
    os.makedirs(path, exist_ok=True)
    make(path)
