namespace DtcGen;

/// <summary>Which neurons are compared with each other.</summary>
public enum Ranking
{
    /// <summary>Those of the same group: each group loses the same share.</summary>
    WithinGroups,

    /// <summary>All of them: a group loses as many as rank low in the whole model.</summary>
    Global,

    /// <summary>
    /// Those of groups alike, with the same kinds of layers in the same parts (Fang et al. 2024, isomorphic pruning, arXiv 2407.04616).
    /// </summary>
    Isomorphic,
}
