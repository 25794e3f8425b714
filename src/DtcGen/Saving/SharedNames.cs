using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Saving;

/// <summary>
/// Parameters and buffers that a model has under several names, a tied table and head say: TorchSharp lists some of the names, PyTorch
/// all of them, and its writer of safetensors one.
/// </summary>
internal static class SharedNames
{
    /// <summary>Has a state give each tensor under the names that the model lists.</summary>
    /// <param name="model">The model.</param>
    /// <param name="held">What the model lists.</param>
    /// <param name="saved">What was saved; changed.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="InvalidDataException">The model has one tensor where the state has two that differ.</exception>
    public static void Settle(
        nn.Module model, IReadOnlyDictionary<string, Tensor> held, Dictionary<string, Tensor> saved, string source)
    {
        var shared = ModelTensors.Of(model)
            .Where(static item => !item.Tensor.IsInvalid && item.Tensor.numel() > 0)
            .GroupBy(
                static item => (TensorMemory.Of(item.Tensor), item.Tensor.storage_offset(), string.Join(',', item.Tensor.shape)),
                static item => item.Name);
        foreach (var names in shared.Select(static group => group.Distinct().ToArray()).Where(static names => names.Length > 1))
        {
            var present = names.Where(saved.ContainsKey).ToArray();
            if (present.Length == 0)
            {
                continue;
            }

            var first = saved[present[0]];
            if (present.Skip(1).FirstOrDefault(name => !Same(saved[name], first)) is { } other)
            {
                throw new InvalidDataException(
                    $"{source}: '{present[0]}' and '{other}' differ there, and are one tensor in the model. The file is of another model.");
            }

            foreach (var name in names)
            {
                if (held.ContainsKey(name))
                {
                    saved[name] = first;
                }
                else
                {
                    saved.Remove(name);
                }
            }
        }
    }

    private static bool Same(Tensor one, Tensor other)
        => one.dtype == other.dtype && one.shape.AsSpan().SequenceEqual(other.shape)
            && one.cpu().allclose(other.cpu(), rtol: 0, atol: 0, equal_nan: true);
}
