namespace DtcGen.Criteria;

/// <summary>
/// Says how much each neuron of a group matters. How many leave, and how ties are broken, is not a
/// criterion's business but that of <see cref="NeuronSelection"/>.
/// </summary>
public interface ICriterion
{
    /// <summary>A short name for reports: <c>dtc</c>, <c>magnitude</c>.</summary>
    string Name { get; }

    /// <summary>What it looks at besides weights, which is gathered on batches before it is asked.</summary>
    CriterionNeeds Needs => CriterionNeeds.Nothing;

    /// <summary>
    /// Whether its scores of neurons in different groups compare as they are. Otherwise a ranking across groups divides them by their
    /// group's mean, unless another normalisation is asked for.
    /// </summary>
    bool ComparesGroups => false;

    /// <summary>Scores every neuron of a group.</summary>
    /// <param name="context">The group, and where the run stands.</param>
    NeuronScores Score(CriterionContext context);
}
