#!/usr/bin/env python3
"""The numbers of the PyTorch tutorial's page, its cells run in order after torch.manual_seed(1).

    OMP_NUM_THREADS=1 python3 gen_tutorial_page.py     writes tutorial_page.json beside itself

Every random draw comes from that one seed, in this order: LSTM(3,3) weights, 5 inputs randn(1,3), h0 and c0 of the stepped run, h0 and
c0 of the whole-sequence run, then the tagger's embedding, LSTM and linear weights.
"""
import json
import os
import torch
import torch.nn as nn
import torch.nn.functional as F

ABOUT = ("the tutorial's cells run in order after torch.manual_seed(1): every random draw comes from that one seed (LSTM(3,3) weights, "
         "5 inputs randn(1,3), h0, c0 randn(1,1,3) for the stepped run, h0, c0 for the whole-sequence run, then the tagger's embedding, "
         "LSTM and linear weights)")
WORDS = [torch.tensor([0, 1, 2, 3, 4]), torch.tensor([5, 6, 7, 8])]
TAGS = [torch.tensor([0, 1, 2, 0, 1]), torch.tensor([1, 2, 0, 1])]


class Tagger(nn.Module):
    def __init__(self, embedding, hidden, words, tags):
        super().__init__()
        self.word_embeddings = nn.Embedding(words, embedding)
        self.lstm = nn.LSTM(embedding, hidden)
        self.hidden2tag = nn.Linear(hidden, tags)

    def forward(self, x):
        out, _ = self.lstm(self.word_embeddings(x).view(len(x), 1, -1))
        return F.log_softmax(self.hidden2tag(out.view(len(x), -1)), dim=1)


def numbers(x):
    return x.view(-1, 3).tolist() if x.numel() > 3 else x.view(3).tolist()


def run(start, out, end):
    return {"h0": numbers(start[0]), "c0": numbers(start[1]), "outputs": numbers(out), "hn": numbers(end[0]), "cn": numbers(end[1])}


def main():
    torch.manual_seed(1)
    lstm = nn.LSTM(3, 3)
    inputs = [torch.randn(1, 3) for _ in range(5)]
    stepped = state = (torch.randn(1, 1, 3), torch.randn(1, 1, 3))
    steps = []
    for x in inputs:
        out, state = lstm(x.view(1, 1, -1), state)
        steps.append(out)
    whole = (torch.randn(1, 1, 3), torch.randn(1, 1, 3))
    outputs, end = lstm(torch.cat(inputs).view(5, 1, -1), whole)

    tagger = Tagger(6, 6, 9, 3)
    optimizer = torch.optim.SGD(tagger.parameters(), lr=0.1)
    before = tagger(WORDS[0]).tolist()
    for _ in range(300):
        for words, tags in zip(WORDS, TAGS):
            tagger.zero_grad()
            F.nll_loss(tagger(words), tags).backward()
            optimizer.step()
    page = {"about": ABOUT,
            "made_with": "torch " + torch.__version__,
            "lstm_weights": {name: weight.tolist() for name, weight in lstm.state_dict().items()},
            "inputs": numbers(torch.cat(inputs)),
            "stepped": run(stepped, torch.cat(steps), state),
            "whole": run(whole, outputs, end),
            "scores_before": before,
            "scores_after": tagger(WORDS[0]).tolist()}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tutorial_page.json")
    with open(path, "w") as f:
        json.dump(page, f, separators=(",", ":"))


if __name__ == "__main__":
    main()
