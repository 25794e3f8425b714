using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary><c>Embedding(words, features)</c>.</summary>
internal static class EmbeddingLayer
{
    public static ReadValue? Recognise(LayerCall call)
    {
        if (call.Module.Type != "Embedding")
        {
            return null;
        }

        // Each call would scale the rows that it looks up, across their features, and the layer does not tell its limit afterwards.
        return call.Module.Settings.TryGetValue("max_norm", out var limit) && limit is not null
            ? call.Reader.Unreadable(call.At, "an embedding without max_norm, by which each call changes the rows that it looks up")
            : call.AddWeighted(OperatorKind.Embedding, call.Describe(LayerKind.Embedding, "num_embeddings", "embedding_dims"));
    }
}
