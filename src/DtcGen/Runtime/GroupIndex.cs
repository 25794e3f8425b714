using System.ComponentModel;

namespace DtcGen.Runtime;

/// <summary>Finds a neuron group among those of a model. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GroupIndex
{
    /// <summary>The place of <paramref name="group"/> in <paramref name="groups"/>.</summary>
    /// <param name="group">The group that a caller named.</param>
    /// <param name="groups">The groups of the model that was called.</param>
    /// <exception cref="ArgumentException"><paramref name="group"/> belongs to another model.</exception>
    public static int Of(NeuronGroup group, IReadOnlyList<NeuronGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(groups);

        if (group.Index < 0 || group.Index >= groups.Count || groups[group.Index].Name != group.Name)
        {
            var known = groups.Count == 0 ? "none" : string.Join(", ", groups.Select(static g => $"'{g.Name}'"));
            throw new ArgumentException(
                $"This model has no neuron group {group.Index} named '{group.Name}'; its groups are: {known}.", nameof(group));
        }

        return group.Index;
    }
}
