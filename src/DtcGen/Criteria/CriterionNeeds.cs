namespace DtcGen.Criteria;

/// <summary>What a criterion looks at besides weights.</summary>
[Flags]
public enum CriterionNeeds
{
    /// <summary>Nothing: no batches are needed.</summary>
    Nothing = 0,

    /// <summary>Gradients of a loss: batches with targets or a loss of one's own.</summary>
    Gradients = 1,

    /// <summary>What the layers behind the neurons take from them.</summary>
    Activations = 2,

    /// <summary>The products of these with each other (their Gram matrix), for each layer behind the neurons.</summary>
    Products = 4,
}
