using System.Text.Json;
using System.Text.Json.Serialization;
using DtcGen.Training;

namespace DtcGen.Saving;

/// <summary>A compression's state as JSON, and what must hold of it.</summary>
[JsonSourceGenerationOptions(
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CompressState))]
internal sealed partial class CompressStateJson : JsonSerializerContext
{
    /// <summary>The state as one line of JSON.</summary>
    public static string Write(CompressState state) => JsonSerializer.Serialize(state, Default.CompressState);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static CompressState Read(string json)
    {
        CompressState? state;
        try
        {
            state = JsonSerializer.Deserialize(json, Default.CompressState);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The state of the compression is not right: {e.Message}", e);
        }

        return Fault(state) is { } fault
            ? throw new InvalidDataException($"The state of the compression is not right: {fault}.")
            : state!;
    }

    // What the serializer does not see: it takes null for anything.
    private static string? Fault(CompressState? state)
    {
        if (state is not { InitialNeurons: { } initial, Cycles: { } cycles, Steps: >= 0 })
        {
            return "it has no initial neurons, steps from zero up, or cycles";
        }

        if (state.Unit is null != state.CostBefore is null || !IsCost(state.CostBefore))
        {
            return "it has a budget's unit without a cost above 0, or a cost without a unit";
        }

        int[] sizes = [.. initial];
        for (var i = 0; i < cycles.Count; i++)
        {
            if (cycles[i] is not { Groups: { } groups } cycle || cycle.Cycle != i || groups.Count != sizes.Length)
            {
                return $"cycle {i} is missing, or has not {sizes.Length} groups";
            }

            for (var group = 0; group < sizes.Length; group++)
            {
                if (Fault(groups[group], sizes[group]) is { } fault)
                {
                    return $"cycle {i}, group {group}: {fault}";
                }

                sizes[group] = groups[group].NeuronsAfter;
            }

            if (!IsCost(cycle.Cost))
            {
                return $"cycle {i} costs {cycle.Cost}";
            }

            if (cycle.Neurons != sizes.Sum())
            {
                return $"cycle {i} has {cycle.Neurons} neurons, its groups {sizes.Sum()}";
            }
        }

        return initial.Any(static neurons => neurons < 1) ? "a group has no neurons" : null;
    }

    private static bool IsCost(double? cost) => cost is null || (cost > 0 && double.IsFinite(cost.Value));

    private static string? Fault(GroupRecord? group, int before)
    {
        if (group is not { Name: not null, Kept: { } kept })
        {
            return "it has no name or no neurons";
        }

        var isAscending = kept.Zip(kept.Skip(1)).All(static pair => pair.First < pair.Second);
        return group.NeuronsBefore != before ? $"it begins with {group.NeuronsBefore} neurons, and {before} were left"
            : kept.Count == 0 || kept.Count != group.NeuronsAfter ? $"{kept.Count} neurons stay, and {group.NeuronsAfter} are left"
            : !isAscending || kept[0] < 0 || kept[^1] >= before ? $"the neurons that stay are not ascending numbers below {before}"
            : null;
    }
}
