namespace DtcGen.Criteria;

/// <summary>
/// Says how much each neuron of a group matters. How many leave, and how ties are broken, is not a
/// criterion's business but that of <see cref="NeuronSelection"/>.
/// </summary>
public interface ICriterion
{
    /// <summary>A short name for reports: <c>dtc</c>, <c>magnitude</c>.</summary>
    string Name { get; }

    /// <summary>Scores every neuron of a group.</summary>
    /// <param name="context">The group, and where the run stands.</param>
    NeuronScores Score(CriterionContext context);
}
