using System.Net;

namespace DtcGen.Datasets.Tests;

/// <summary>Answers requests from a table of addresses; what is not in it is not found, and null is no network.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    public Dictionary<string, byte[]?> Content { get; } = [];

    public List<string> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var address = request.RequestUri!.AbsoluteUri;
        Requests.Add(address);
        if (!Content.TryGetValue(address, out var content))
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        }

        return content is null
            ? throw new HttpRequestException("Name or service not known")
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) });
    }
}
