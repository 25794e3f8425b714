using System.Numerics.Tensors;

namespace DtcGen.Criteria;

/// <summary>Neurons cannot be scored because weights of their group are NaN or infinite.</summary>
public sealed class NonFiniteWeightsException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="group">The group.</param>
    /// <param name="side">Which of its weights: those of its producers or those of its consumers.</param>
    /// <param name="layers">The layers that hold them.</param>
    public NonFiniteWeightsException(NeuronGroup group, string side, IReadOnlyList<string> layers)
        : base($"Neuron group '{group.Name}': the {side} weights (layer {string.Join(", ", layers)}) hold NaN or infinity. " +
               "Training has diverged: lower the learning rate, or clip gradients.")
    {
        Group = group;
        Layers = layers;
    }

    /// <summary>The group.</summary>
    public NeuronGroup Group { get; }

    /// <summary>The layers that hold such weights.</summary>
    public IReadOnlyList<string> Layers { get; }

    internal static void ThrowIfAny(RaySums sums, NeuronGroup group)
    {
        Check(sums.Previous, "previous", NeuronRole.Producer);
        Check(sums.Next, "next", NeuronRole.Consumer);

        void Check(double[] values, string side, NeuronRole role)
        {
            if (!TensorPrimitives.IsFiniteAll<double>(values))
            {
                throw new NonFiniteWeightsException(
                    group, side, [.. group.Members.Where(member => member.Role == role).Select(member => member.Layer)]);
            }
        }
    }
}
