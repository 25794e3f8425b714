using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>Which groups are ranked together.</summary>
internal static class RankingSets
{
    /// <summary>The number of each group's set.</summary>
    public static int[] Of(IDualTomographic model, Ranking ranking)
    {
        switch (ranking)
        {
            case Ranking.WithinGroups:
                return [.. Enumerable.Range(0, model.Groups.Count)];
            case Ranking.Global:
                return new int[model.Groups.Count];
            case Ranking.Isomorphic:
                var modules = ModelTensors.Modules((nn.Module)model).ToLookup(static item => item.Name, static item => item.Module);
                string[] kinds = [.. model.Groups.Select(group => string.Join(
                    ' ', group.Members.Select(member => $"{modules[member.Layer].First().GetType().Name}:{member.Role}")))];
                return Array.ConvertAll(kinds, kind => Array.IndexOf(kinds, kind));
            default:
                throw new ArgumentOutOfRangeException(nameof(ranking), ranking, "There is no such ranking.");
        }
    }

    /// <summary>What scores are divided by where none was asked for.</summary>
    public static ScoreNormalization Normalization(ScoreNormalization? asked, Ranking ranking, Criteria.ICriterion criterion)
        => asked ?? (ranking == Ranking.WithinGroups || criterion.ComparesGroups ? ScoreNormalization.None : ScoreNormalization.Mean);
}
