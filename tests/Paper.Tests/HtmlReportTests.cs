using System.Text.RegularExpressions;

namespace DtcGen.Samples.Paper.Tests;

public partial class HtmlReportTests
{
    private static readonly string Report = Write();

    [NpmFact(HtmlReport.Script)]
    public void ItCarriesBothSeries()
    {
        Assert.Contains("\"accuracy\":{\"magnitude\":[0.95", Report);
        Assert.Equal(SeriesJson.WriteCompact(SeriesJson.Published), Script("published"));
        Assert.Equal(34, SeriesJson.Read(Script("ours")).NeuronsKept.Length);
    }

    [NpmFact(HtmlReport.Script)]
    public void ItLoadsNothingFromAnywhere()
    {
        // Nothing outside the scripts refers to a file, and a policy forbids what the scripts might try.
        var markup = Scripts().Replace(Report, string.Empty);
        Assert.DoesNotMatch(@"(?i)\b(src|href|srcset|action|data|poster)\s*=", markup);
        Assert.DoesNotMatch(@"(?i)url\(|@import", markup);
        Assert.Contains("default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:", markup);
        Assert.DoesNotMatch(@"(?i)<script[^>]*\bsrc\b", Report);
        Assert.Equal(4, Regex.Count(Report, "</script"));
    }

    [NpmFact(HtmlReport.Script)]
    public void EveryPlaceOfTheFrameIsFilled()
    {
        Assert.DoesNotContain("{{", Scripts().Replace(Report, string.Empty));
        Assert.Contains("echarts", Report);
        Assert.Contains("CC BY 4.0", Report);
    }

    [NpmFact(HtmlReport.Script)]
    public void TheTablesShowEveryCycleAndTheDifference()
    {
        Assert.Equal(2 * 34, Regex.Count(Report, "<th scope=\"row\">0\\.\\d{4}</th>"));

        // The first row: ours is the published value plus 0.001.
        Assert.Contains("<td>460</td><td>0.9638</td><td>0.9648</td><td>+0.0010</td>", Report);
        Assert.Contains("Undefined in 1 cycles", Report);
    }

    [NpmFact(HtmlReport.Script)]
    public void TextIsEncoded() => Assert.Contains("&lt;data&gt;", Report);

    [NpmFact(HtmlReport.Script)]
    public void FillingDoesNotSearchWhatWasFilledIn()
        => Assert.Equal(
            "a{{two}}b2", Template.Fill("a{{one}}b{{two}}", new Dictionary<string, string> { ["one"] = "{{two}}", ["two"] = "2" }));

    private static string Script(string id) => Regex.Match(Report, $"id=\"{id}\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

    private static string Write()
    {
        var published = SeriesJson.Published;
        MethodSeries[] series = [
            .. PaperMethodNames.All.Select(m => new MethodSeries(
                m, 0, 1, [.. published.Accuracy[m.Key()].Select((a, i) => new PaperCycle(published.NeuronsKept[i], a, null))]))
        ];
        var ours = published with
        {
            Source = "test",
            SmoothedAccuracy = published.SmoothedAccuracy.ToDictionary(s => s.Key, s => s.Value.Select(v => v + 0.001).ToArray()),
            GibbsEntropyPreviousBits = [.. published.GibbsEntropyNextNats.Select((e, i) => i == 33 ? null : e)],
        };
        return HtmlReport.Write(new PaperResult(PaperVariant.Published, "<data>", 512, series), ours, published);
    }

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
