import type { FindingsOrder } from '../../../shared/domain/findings/paper'

/** 导出发现问题: the day's papers. */
export const paper = {
  open: '导出发现问题…',
  title: '导出发现问题',
  text: '供当日沟通和整改使用的工作底稿，不是签名结果。',
  format: '格式',
  formats: { pdf: 'PDF', xlsx: 'Excel 工作簿（按点位、按单位各一页）' } satisfies Record<
    FindingsOrder['format'],
    string
  >,
  by: '排列',
  choose: '筛选依据',
  groupings: { place: '按点位', unit: '按责任单位' } satisfies Record<FindingsOrder['by'], string>,
  which: '范围',
  all: { place: '全部点位', unit: '全部责任单位' },
  none: { place: '未指明点位', unit: '未列牵头单位' },
  photos: '照片',
  photo: { none: '不附', contact: '缩略图', full: '每页一张' } satisfies Record<
    FindingsOrder['photos'],
    string
  >,
  thumbnails: '单元格内缩略图',
  size: '{{findings}} 个问题，{{photos}} 张照片',
  nothing: '还没有发现问题，没有可导出的内容。',
  save: '导出…',
  saved: '已保存到 {{path}}',
}
